// The line on top of every page: the name, the pages, the search box with suggestions, the language.

export default function (component) {
  const { parentElement, setTriggerValue } = component;
  const { data } = told(component);
  const root = parentElement.querySelector(".part");
  const state = (root.gongbao ??= { at: -1, timer: null });
  Object.assign(state, { data, send: setTriggerValue });
  const stamp = JSON.stringify([data.nav, data.common, data.words]);
  if (state.stamp !== stamp) {
    state.stamp = stamp;
    build(root, state);
  }
  suggest(root, state);
}

function build(root, state) {
  const { data } = state;
  const input = el("input", {
    type: "search", role: "combobox", "aria-expanded": "false", "aria-controls": "hits", "aria-autocomplete": "list",
    autocomplete: "off", spellcheck: "false", placeholder: data.words.search, "aria-label": data.words.search,
    value: root.querySelector("input")?.value ?? "",
    oninput: () => {
      clearTimeout(state.timer);
      state.timer = setTimeout(() => state.send("typed", input.value), 140);
    },
    onkeydown: (event) => keys(event, root, state),
    onblur: () => setTimeout(() => open(root, false), 160),
    onfocus: () => suggest(root, state),
  });
  const languages = Object.entries(data.languages).map(([code, name]) =>
    el("button", { class: "quiet", lang: code, "aria-pressed": String(code === data.language), onclick: () => visit(inLanguage(code)) }, name));
  root.replaceChildren(
    el("div", { class: "line" },
      link(data.words.brand, data.home, data.common, { class: "brand" }),
      el("nav", { "aria-label": data.words.pages }, ...data.nav.map((item) =>
        link(item.text, item.to, data.common, { class: item.here ? "here" : null, "aria-current": item.here ? "page" : null }))),
      el("div", { class: "search" }, input, el("ul", { id: "hits", role: "listbox", hidden: true })),
      el("div", { class: "languages", role: "group", "aria-label": "语言 Language" }, ...languages)));
}

// The address of this view in the other language.
function inLanguage(code) {
  const query = new URLSearchParams(window.location.search);
  query.set("lang", code);
  return `?${query}`;
}

function open(root, yes) {
  const list = root.querySelector("#hits");
  list.hidden = !yes;
  root.querySelector("input").setAttribute("aria-expanded", String(yes));
}

function suggest(root, state) {
  const { hits, asked } = state.data;
  const input = root.querySelector("input");
  const list = root.querySelector("#hits");
  if (!asked || asked !== input.value.trim() || root.getRootNode().activeElement !== input) {
    if (!input.value) open(root, false);
    return;
  }
  state.at = -1;
  const rows = hits.map((hit, i) => {
    const sign = el("span", { class: "sign", "aria-hidden": "true" }, hit.glyph);
    sign.style.color = hit.colour;
    return el("li", { role: "option", id: `hit${i}`, "aria-selected": "false", onmousedown: (event) => { event.preventDefault(); pick(root, state, i); } },
      sign, el("span", { class: "name" }, hit.text), el("span", { class: "note" }, hit.note || hit.type));
  });
  if (!rows.length) rows.push(el("li", { class: "none" }, state.data.words.nothing));
  list.replaceChildren(...rows);
  open(root, true);
}

function pick(root, state, i) {
  const hit = state.data.hits[i];
  root.querySelector("input").value = "";
  open(root, false);
  visit(address(hit.to, state.data.common));
}

function keys(event, root, state) {
  const input = root.querySelector("input");
  const options = [...root.querySelectorAll("#hits [role=option]")];
  if (event.key === "Escape") open(root, false);
  if (event.key === "Enter") {
    clearTimeout(state.timer);
    if (state.at >= 0 && options.length) pick(root, state, state.at);
    else if (input.value.trim()) { open(root, false); visit(address({ page: "search", params: { q: input.value.trim() } }, state.data.common)); }
  }
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  event.preventDefault();
  if (!options.length) return;
  state.at = (state.at + (event.key === "ArrowDown" ? 1 : options.length - (state.at < 0 ? 0 : 1))) % options.length;
  options.forEach((option, i) => option.setAttribute("aria-selected", String(i === state.at)));
  options[state.at].scrollIntoView({ block: "nearest" });
  input.setAttribute("aria-activedescendant", `hit${state.at}`);
}
