// Text that would do something if any of it were taken for markup, a script, a style or an address: each
// calls window.hurt(), or asks the network for /hurt. Made from the ways there are, element by element.

const DO = 'hurt(1)';

const handlers = ['onerror', 'onload', 'onclick', 'onfocus autofocus', 'onmouseover', 'onanimationstart', 'onbegin',
  'ontoggle', 'onpointerenter', 'onbeforeprint', 'onscroll', 'onpageshow'];
const carriers = ['img src=x', 'svg', 'body', 'video src=x', 'audio src=x', 'iframe src=x', 'details open', 'input',
  'marquee', 'object data=x', 'math', 'select'];
const addresses = ['javascript:hurt(1)', 'JaVaScRiPt:hurt(1)', ' javascript:hurt(1)', 'java\tscript:hurt(1)',
  'java\nscript:hurt(1)', '\u0001javascript:hurt(1)', 'javascript&colon;hurt(1)', 'vbscript:hurt(1)',
  'data:text/html,<script>hurt(1)</script>', 'data:text/html;base64,PHNjcmlwdD5odXJ0KDEpPC9zY3JpcHQ+', 'blob:hurt',
  'file:///etc/passwd', 'view-source:hurt', 'http://[', 'https:', '//\u0000/hurt', 'https://user:pass@127.0.0.1:1/hurt'];
const wholes = [
  '<script>hurt(1)</script>', '<SCRIPT SRC=/hurt></SCRIPT>', '</script><script>hurt(1)</script>', '<script\n>hurt(1)</script',
  '<scr<script>ipt>hurt(1)</scr</script>ipt>', '"><script>hurt(1)</script>', '\'><script>hurt(1)</script>',
  '--><script>hurt(1)</script>', ']]><script>hurt(1)</script>', '</style><script>hurt(1)</script>',
  '</textarea><script>hurt(1)</script>', '</title><script>hurt(1)</script>', '<![CDATA[<script>hurt(1)</script>]]>',
  '<template><script>hurt(1)</script></template>', '<noscript><p title="</noscript><img src=x onerror=hurt(1)>">',
  '<math><mtext></table><mglyph><style><img src=x onerror=hurt(1)>', '<svg><style><img src=x onerror=hurt(1)></style></svg>',
  '<form><math><mtext></form><form><mglyph><style></math><img src=x onerror=hurt(1)>', '<link rel=stylesheet href=/hurt>',
  '<style>@import "/hurt";</style>', '<style>*{background:url(/hurt)}</style>', '<div style="background:url(/hurt)">',
  '<meta http-equiv=refresh content="0;url=/hurt">', '<base href=/hurt/>', '<embed src=/hurt>', '<iframe srcdoc="<script>parent.hurt(1)</script>">',
  '<object type="text/html" data="/hurt"></object>', '<img srcset="/hurt 1x">', '<picture><source srcset=/hurt><img></picture>',
  '<input type=image src=/hurt>', '<table background=/hurt>', '<video poster=/hurt>', '<svg><use href="/hurt#a"/></svg>',
  '<svg><image href=/hurt>', '<svg><animate attributeName=href to="javascript:hurt(1)">', '<a href="javascript:hurt(1)">x</a>',
  '<form action="javascript:hurt(1)"><button autofocus>x</button></form>', '<button formaction="javascript:hurt(1)">x',
  '${hurt(1)}', '{{constructor.constructor("hurt(1)")()}}', '<%= hurt(1) %>', '#{hurt(1)}', '__proto__', 'constructor',
  'prototype', 'toString', 'hasOwnProperty', 'url(/hurt)', 'expression(hurt(1))', '\\3c script\\3e hurt(1)',
  '&lt;script&gt;hurt(1)&lt;/script&gt;', '%3Cscript%3Ehurt(1)%3C/script%3E', '\uFEFF<script>hurt(1)</script>',
  '<\u0000script>hurt(1)</script>', '+ADw-script+AD4-hurt(1)+ADw-/script+AD4-', '¼script¾hurt(1)¼/script¾',
];

/** All of it: more than the 149 that design/web.md counts. */
export const hostileMarkup = [
  ...carriers.flatMap((carrier) => handlers.map((handler) =>
    `<${carrier} ${handler.replace(/^\w+/, (name) => `${name}=${DO}`)}>`)),
  ...addresses, ...wholes,
];
