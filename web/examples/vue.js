// With render functions, which need no eval. In templates: compilerOptions.isCustomElement = (tag) => tag ===
// 'say-when', and @say-when-select="…".

import { createApp, h, ref } from 'vue';
import '../say-when.js';

const Story = {
  props: ['src'],
  setup(props) {
    const widget = ref();
    const chosen = ref('none yet');
    return () => [
      h('h1', 'In Vue'),
      h('p', ['Chosen: ', h('output', chosen.value), ' ',
        h('button', { onClick: () => widget.value.select('q2') }, 'Choose the second quote')]),
      h('say-when', { ref: widget, src: props.src,
                      'onSay-when-select': (event) => { chosen.value = event.detail.quote; } }),
    ];
  },
};

createApp(Story, { src: '../stories/seed.json' }).mount('#root');
