// Shared by every part: nodes are built by the DOM's own calls and filled as text, never as markup.

// What Python sent, as text and, when that differs from `before`, as what it says.
function told(component, before) {
  const words = new TextDecoder().decode(component.data);
  return words === before ? { words } : { words, data: JSON.parse(words) };
}

function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : String(value));
  }
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

// `to` is {page, params}; `common` comes with every address. A plain click stays in the session, any other opens
// the address itself.
function link(text, to, common, send, attributes = {}) {
  const query = new URLSearchParams({ ...common, ...to.params });
  return el("a", {
    href: `./${to.page === "start" ? "" : to.page}?${query}`, ...attributes,
    onclick: (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
      event.preventDefault();
      send("go", to);
    },
  }, text);
}

function save(name, content, type) {
  const blob = content instanceof Blob ? content : new Blob([content], { type });
  const anchor = el("a", { href: URL.createObjectURL(blob), download: name });
  document.body.append(anchor);
  anchor.click();
  anchor.remove();
  setTimeout(() => URL.revokeObjectURL(anchor.href), 10000);
}
