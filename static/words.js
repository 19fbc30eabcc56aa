// What does Streamlit say by itself, and how is that said in the language of the page? `words` holds its English text → ours;
// {size} and the like stand for anything, … for what is left out. Only its own places are read, so that no text of the user is taken for one of its words.
(language, words) => {
  const OWN = [
    "stFileUploader", "InputInstructions", "stElementToolbar", "stTooltipContent", "stSelectboxVirtualDropdown", "stMultiSelectDropdown", "stDateInput",
    "stDateInputCalendar", "stDataFrameColumnMenu", "stDataFrameColumnFormattingMenu", "stDataFrameColumnVisibilityMenu", "stDataFrameStatisticsMenu",
    "stMainMenuList", "stMainMenuPopover", "stThemeSwitcher", "stStatusWidget", "stConnectionStatus", "stSkipToContent", "stDialog",
  ].map((name) => `[data-testid="${name}"]`).join() + ',[role="listbox"],.gdg-search-bar';
  // of the user: what can be chosen, names of columns, commonest values; only what Streamlit adds to the choices is its own
  const USERS = '[role="option"],[data-testid="stDataFrameColumnVisibilityMenu"],[data-testid="stDataFrameStatisticsChart"]';
  const ADDED = /^(Select all|Select \S+ matches|Add: .*)$/;
  const TOLD = ["aria-label", "title", "placeholder"];
  const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const shapes = Object.keys(words).filter((text) => /[{…]/.test(text)).map((text) => [
    new RegExp("^" + text.split(/(\{\w+\}|…)/).map((part, place) => (place % 2 ? (part === "…" ? ".+" : `(?<${part.slice(1, -1)}>.+?)`) : escaped(part))).join("") + "$"), words[text],
  ]);
  const say = (text) => {
    const plain = text.trim();
    if (Object.hasOwn(words, plain)) return text.replace(plain, words[plain]);
    for (const [shape, ours] of shapes) {
      const found = shape.exec(plain);
      if (found) return ours.replace(/\{(\w+)\}/g, (_whole, name) => found.groups[name]);
    }
    const [head, ...rest] = plain.split(": ");  // the name of the picture or table after the name of the button
    return rest.length && Object.hasOwn(words, head) ? [words[head], ...rest].join(": ") : text;
  };
  // what Streamlit said stands beside what was made of it, so that another language begins from its words again
  const before = (window.klantbeeldBefore ??= new WeakMap());
  const turn = (key, of, now, set) => {
    const kept = before.get(of) ?? {};
    const said = kept[key] && kept[key].ours === now ? kept[key].theirs : now;
    const ours = say(said);
    if (ours !== said) before.set(of, { ...kept, [key]: { theirs: said, ours } });
    if (ours !== now) set(ours);
  };
  const text = (node) => {
    if (!node.parentElement?.closest(USERS) || ADDED.test(node.data.trim())) turn("text", node, node.data, (ours) => { node.data = ours; });
  };
  const texts = (root) => {
    const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) text(node);
  };
  const attribute = (element, name) => element.closest('[role="option"]') || element.parentElement?.closest(USERS) || turn(name, element, element.getAttribute(name), (ours) => element.setAttribute(name, ours));
  const everything = (root) => {
    if (root.closest(OWN)) texts(root);
    else root.querySelectorAll(OWN).forEach(texts);
    for (const name of TOLD) for (const element of [root, ...root.querySelectorAll(`[${name}]`)]) if (element.hasAttribute(name)) attribute(element, name);
  };
  window.klantbeeldWatch?.disconnect();
  window.klantbeeldWatch = new MutationObserver((changes) => {
    for (const { type, target, attributeName, addedNodes } of changes) {
      if (type === "attributes") attribute(target, attributeName);
      else if (type === "characterData") target.parentElement?.closest(OWN) && text(target);
      else for (const node of addedNodes) {
        if (node.nodeType === Node.ELEMENT_NODE) everything(node);
        else if (node.nodeType === Node.TEXT_NODE && target.closest?.(OWN)) text(node);
      }
    }
  });
  document.documentElement.lang = language;
  everything(document.body);
  window.klantbeeldWatch.observe(document.body, { subtree: true, childList: true, characterData: true, attributeFilter: TOLD });
}
