// The widget's semantics tree as real DOM over the canvas: what the keyboard focuses and screen
// readers read. Invisible but for the focus ring; the pointer goes through it to the canvas.

import { TreeNode } from './engine.js';

export interface MirrorEvents {
  // Both return whether that did anything.
  press(nodeId: string, amount: number): boolean;
  key(name: string): boolean;
  search(nodeId: string, text: string): void;
  // The search field has the focus.
  aboutToSearch(): void;
  // For people who do not see it.
  say(text: string): void;
  // The quotes whose words can be selected where they are drawn, and those words.
  words(shown: ReadonlyMap<string, string>): void;
  // The page found something in the part of a quote's words that is cut off.
  found(quote: string): void;
}

interface Entry {
  node: TreeNode;
  element: HTMLElement;
}

// Whose elements become those of others when they go: leaves that are made alike.
const ROWS: readonly TreeNode['role'][] = ['option', 'text', 'disclosure', 'button', 'link'];

// Elements of one kind differ in nothing but what #show() sets.
const kindOf = ({ role, quote, textSize }: TreeNode): string => `${role} ${!quote} ${!textSize}`;

const TAGS: Partial<Record<TreeNode['role'], 'button' | 'input' | 'a'>> = {
  button: 'button', toggle: 'button', disclosure: 'button', tab: 'button', slider: 'input',
  search: 'input', link: 'a',
};

const ROLES: Partial<Record<TreeNode['role'], string>> = {
  group: 'group', heading: 'heading', listbox: 'listbox', option: 'option', tablist: 'tablist',
  tab: 'tab',
};

const SIDES = ['left', 'top', 'width', 'height'] as const; // of TreeNode.box

const LIST_KEYS = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End'];
const ZOOM_KEYS = ['+', '=', '-', '0'];
const PAGE_KEYS = ['PageUp', 'PageDown'];

// What is said is said once things have come to rest.
const STATUS_DELAY_MS = 400;

function httpAddress(address: string | undefined): string | undefined {
  return address && /^https?:/i.test(address) ? address : undefined;
}

// So much of what was chosen is enough to find it, CSS pixels.
const LEAST_SEEN = 90;

// The slot for the light-DOM element of a quote.
export const wordsSlot = (quoteId: string): string => `words-${quoteId}`;

export class Mirror {
  readonly root = document.createElement('div');
  readonly #entries = new Map<string, Entry>();
  // Of nodes that are gone, by kind.
  readonly #spare = new Map<string, HTMLElement[]>();
  #tree: TreeNode[] = [];
  #statusTimer = 0;
  #composing = false;
  #touched = ''; // the field that the reader has changed since the last frame
  #focusFollowsSelection = false;

  readonly #events: MirrorEvents;

  constructor(events: MirrorEvents) {
    this.#events = events;
    this.root.className = 'mirror';
    this.root.addEventListener('click', (event) => {
      const id = this.#idOf(event.target);
      if (id === undefined || event.target instanceof HTMLInputElement) return;
      // A link opens as links do.
      if (!(event.target instanceof HTMLAnchorElement)) this.#events.press(id, 0);
    });
    this.root.addEventListener('input', (event) => {
      const id = this.#idOf(event.target);
      const input = event.target as HTMLInputElement;
      if (id === undefined) return;
      this.#touched = id;
      if (input.type === 'search') this.#events.search(id, input.value);
      else if (!this.#events.press(id, input.valueAsNumber)) {
        // No frame comes to put it back where the axis stayed.
        input.valueAsNumber = this.#entries.get(id)!.node.now ?? 0;
      }
    });
    this.root.addEventListener('focusin', ({ target }) => {
      if ((target as HTMLInputElement).type === 'search') this.#events.aboutToSearch();
    });
    this.root.addEventListener('keydown', (event) => this.#keyDown(event));
    // Words stay on their drawn ones, whatever the browser brings into sight.
    this.root.addEventListener('scroll', (event) => {
      const element = event.target as HTMLElement;
      if (element.scrollTop === 0) return;
      element.scrollTop = 0;
      const { node } = this.#entries.get(this.#idOf(element)!)!;
      if (node.silent) this.#events.found(node.quote!);
    }, true);
  }

  /** `news`: all nodes, or, each with its `at`, those that have changed. */
  update(news: TreeNode[]): void {
    const whole = news[0]?.at === undefined;
    if (whole) this.#build(news);
    else this.#change(news);
    if (whole || news.some(({ textSize }) => textSize)) {
      this.#events.words(new Map(this.#tree.flatMap(({ quote, textSize, name }) =>
        (quote && textSize ? [[quote, name]] : []))));
    }
    this.#followSelection();
  }

  /** What the reader has set to what it cannot be shows again what it is: no node is news that stayed. */
  putBack(): void {
    const touched = this.#entries.get(this.#touched);
    if (!touched || this.#composing) return;
    this.#touched = '';
    this.#show(touched.node);
  }

  #change(news: readonly TreeNode[]): void {
    for (const node of news) {
      this.#tree[node.at!] = node;
      if (node.role === 'status') this.#say(node.name);
      else this.#show(node);
    }
  }

  #build(tree: TreeNode[]): void {
    this.#tree = tree;
    this.#dropOthers(new Set(tree.map(({ id }) => id)));
    const elements: HTMLElement[] = [];
    const last = new Map<HTMLElement, HTMLElement>();
    for (const node of tree) {
      if (node.role === 'status') {
        elements.push(this.root); // nothing is under it
        this.#say(node.name);
        continue;
      }
      const element = this.#show(node);
      elements.push(element);
      const parent = node.parent === undefined ? this.root : elements[node.parent]!;
      const before = last.get(parent);
      const place = before ? before.nextSibling : parent.firstChild;
      if (place !== element) this.#putBefore(parent, element, place);
      last.set(parent, element);
    }
    for (const spare of this.#spare.values()) for (const element of spare) element.remove();
    this.#spare.clear();
  }

  // Elements stay where they are until the tree is built: it may use them, or take others out of them.
  #dropOthers(kept: ReadonlySet<string>): void {
    const focused = this.#focused();
    for (const [id, { node, element }] of this.#entries) {
      if (kept.has(id)) continue;
      this.#entries.delete(id);
      const kind = ROWS.includes(node.role) && !element.contains(focused) ? kindOf(node) : '';
      const spare = this.#spare.get(kind);
      if (spare) spare.push(element);
      else this.#spare.set(kind, [element]);
    }
  }

  // Scrolls as little as shows the first of these nodes that there is; not at all where it begins on
  // the screen: the page must not move under a pointer that goes from mark to mark.
  reveal(nodeIds: readonly string[], atOnce = false): void {
    const found = nodeIds.map((id) => this.#entries.get(id)).find((entry) => entry);
    if (!found) return;
    const { top } = found.element.getBoundingClientRect();
    if (top >= 0 && top <= window.innerHeight - LEAST_SEEN) return;
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    found.element.scrollIntoView({ block: 'nearest', behavior: calm || atOnce ? 'instant' : 'smooth' });
  }

  focus(nodeId: string): void {
    this.#entries.get(nodeId)?.element.focus({ preventScroll: true });
  }

  destroy(): void {
    clearTimeout(this.#statusTimer);
  }

  #focused(): Element | null {
    return (this.root.getRootNode() as ShadowRoot).activeElement ?? null;
  }

  #say(text: string): void {
    clearTimeout(this.#statusTimer);
    this.#statusTimer = setTimeout(() => this.#events.say(text), STATUS_DELAY_MS);
  }

  // An element that has the focus would lose it by moving: what stands in its way moves instead, and
  // is put right when its own turn comes.
  #putBefore(parent: HTMLElement, element: HTMLElement, place: ChildNode | null): void {
    if (element.parentNode !== parent || !element.contains(this.#focused())) {
      parent.insertBefore(element, place);
      return;
    }
    for (let other = place; other && other !== element;) {
      const next = other.nextSibling;
      parent.append(other);
      other = next;
    }
  }

  #show(node: TreeNode): HTMLElement {
    let entry = this.#entries.get(node.id);
    let box: TreeNode['box'] | undefined = entry?.node.box;
    if (!entry || entry.node.role !== node.role) {
      entry?.element.remove();
      box = undefined;
      entry = { node, element: this.#spare.get(kindOf(node))?.shift() ?? this.#make(node) };
      entry.element.dataset.node = node.id;
      this.#entries.set(node.id, entry);
    }
    entry.node = node;
    const { element } = entry;
    const set = (name: string, value: string | undefined) => {
      if (value === undefined) element.removeAttribute(name);
      else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
    };
    SIDES.forEach((side, i) => {
      if (box?.[i] !== node.box[i]) element.style[side] = `${node.box[i]}px`;
    });
    set('lang', node.language);
    switch (node.role) {
      case 'group':
      case 'listbox':
        set('aria-label', node.name);
        break;
      case 'slider': {
        const input = element as HTMLInputElement;
        set('aria-label', node.name);
        set('aria-valuetext', node.value);
        set('min', String(node.least ?? 0));
        set('max', String(node.most ?? 0));
        if (input.valueAsNumber !== (node.now ?? 0)) input.valueAsNumber = node.now ?? 0;
        break;
      }
      case 'search': {
        const input = element as HTMLInputElement;
        set('aria-label', node.name);
        // While something is being composed the field is the input method's.
        const value = node.value ?? '';
        if (input.value !== value && !this.#composing) input.value = value;
        break;
      }
      case 'tablist':
        set('aria-label', node.name);
        break;
      case 'text':
        if (node.textSize) {
          this.#showWords(element, node);
          break;
        }
        // falls through
      default:
        // A quote is found once, where its words lie.
        if (node.quote) set('aria-label', node.name);
        else if (element.textContent !== node.name) element.textContent = node.name;
    }
    if (node.role === 'tab') set('aria-selected', String(node.pressed ?? false));
    if (element instanceof HTMLAnchorElement) set('href', httpAddress(node.value));
    if (node.role === 'toggle') set('aria-pressed', String(node.pressed ?? false));
    if (node.role === 'disclosure') set('aria-expanded', String(node.pressed ?? false));
    if (node.role === 'option') {
      set('aria-selected', String(node.selected ?? false));
      set('tabindex', node.selected ? '0' : '-1');
      set('aria-posinset', node.position?.toString());
      set('aria-setsize', node.setSize?.toString());
    }
    if (element instanceof HTMLButtonElement) set('aria-disabled', node.disabled ? 'true' : undefined);
    return element;
  }

  // Words to select: the page's own element of a quote comes into the slot, and where there is none
  // the slot's own text is shown. Set as they are drawn, so that the lines are the same.
  #showWords(element: HTMLElement, node: TreeNode): void {
    let slot = element.querySelector('slot');
    if (!slot) {
      element.classList.add('words');
      slot = element.appendChild(document.createElement('slot'));
    }
    slot.name = wordsSlot(node.quote ?? '');
    if (slot.textContent !== node.name) slot.textContent = node.name;
    slot.lang = node.language ?? '';
    element.dir = node.rtl ? 'rtl' : 'ltr';
    element.ariaHidden = node.silent ? 'true' : null;
    element.style.fontSize = `${node.textSize}px`;
    element.style.lineHeight = `${node.lineHeight}px`;
  }

  #make(node: TreeNode): HTMLElement {
    const element = document.createElement(TAGS[node.role] ?? 'div');
    const role = ROLES[node.role];
    if (role) element.setAttribute('role', role);
    if (node.role === 'heading') element.setAttribute('aria-level', node.id === 'title' ? '2' : '3');
    if (element instanceof HTMLButtonElement) element.type = 'button';
    if (element instanceof HTMLInputElement) {
      element.type = node.role === 'search' ? 'search' : 'range';
      element.autocomplete = 'off';
      element.addEventListener('compositionstart', () => { this.#composing = true; });
      element.addEventListener('compositionend', () => { this.#composing = false; });
    }
    if (element instanceof HTMLAnchorElement) {
      element.target = '_blank';
      element.rel = 'noopener nofollow';
    }
    return element;
  }

  // Arrows in the list move the selection; the focus goes along with it.
  #keyDown(event: KeyboardEvent): void {
    const id = this.#idOf(event.target);
    if (id === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    const { role } = this.#entries.get(id)!.node;
    if (role === 'search') return;
    if (ZOOM_KEYS.includes(event.key)) {
      if (this.#events.key(event.key)) event.preventDefault();
    } else if (role === 'slider' && PAGE_KEYS.includes(event.key)) {
      this.#events.key(event.key);
      event.preventDefault();
    } else if (role === 'tab' && (event.key === 'ArrowLeft' || event.key === 'ArrowRight')) {
      const forward = (event.key === 'ArrowRight') === (this.root.dir !== 'rtl');
      const element = event.target as HTMLElement;
      const next = forward ? element.nextElementSibling : element.previousElementSibling;
      if (next instanceof HTMLElement) next.focus();
      event.preventDefault();
    } else if (role === 'option' && LIST_KEYS.includes(event.key)) {
      this.#focusFollowsSelection = true;
      this.#events.key(event.key);
      event.preventDefault();
    } else if (role === 'option' && (event.key === 'Enter' || event.key === ' ')) {
      this.#events.press(id, 0);
      event.preventDefault();
    }
  }

  #followSelection(): void {
    if (!this.#focusFollowsSelection) return;
    this.#focusFollowsSelection = false;
    for (const { node, element } of this.#entries.values()) {
      if (node.role !== 'option' || !node.selected) continue;
      element.focus({ preventScroll: true });
      element.scrollIntoView({ block: 'nearest' });
    }
  }

  #idOf(target: EventTarget | null): string | undefined {
    return target instanceof HTMLElement ? target.dataset.node : undefined;
  }
}
