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

// The address of `to`, {page, params}; `common` comes with every address.
const address = (to, common) => `./${to.page === "start" ? "" : to.page}?${new URLSearchParams({ ...common, ...to.params })}`;

// Go to an address within the session, as the browser's own buttons do: Streamlit follows the event, and the way back
// leads through whole addresses. (Its `switch_page` leaves halves between them: the old page with the new entry.)
function visit(to) {
  window.history.pushState({}, "", to);
  window.dispatchEvent(new PopStateEvent("popstate"));
  document.querySelector('[data-testid="stMain"]')?.scrollTo(0, 0);
}

// A plain click stays in the session, any other opens the address itself.
function link(text, to, common, attributes = {}) {
  const href = address(to, common);
  return el("a", {
    href, ...attributes,
    onclick: (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
      event.preventDefault();
      visit(href);
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
