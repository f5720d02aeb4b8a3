// A table of links and words: sorted by a click on a head, filtered by typing, saved as a CSV that Excel opens right.

export default function (component) {
  const { parentElement } = component;
  const root = parentElement.querySelector(".part");
  const state = (root.gongbao ??= { sort: null, down: false, all: false, filter: "" });
  const { words, data } = told(component, state.words);
  if (!data) return;
  Object.assign(state, { words, data });
  if (!state.listening) {
    state.listening = true;
    window.addEventListener("gongbao-pick", function listen(event) {
      if (root.isConnected) mark(root, event.detail);
      else window.removeEventListener("gongbao-pick", listen);
    });
  }
  draw(root, state);
}

const plain = (cell) => {
  if (cell === null || cell === undefined) return "";
  if (Array.isArray(cell)) return cell.map((item) => Array.isArray(item) ? item.map(plain).join(" ") : plain(item)).join("、");
  if (typeof cell === "object") return cell.bar !== undefined ? String(cell.bar) : String(cell.text ?? "");
  return String(cell);
};

function compare(a, b) {
  const x = plain(a), y = plain(b);
  if (x === "" || y === "") return (x === "") - (y === "");
  const m = Number(x), n = Number(y);
  return Number.isNaN(m) || Number.isNaN(n) ? x.localeCompare(y, "zh-Hans-CN") : m - n;
}

function shown(state) {
  const { rows } = state.data;
  const words = state.filter.trim().toLowerCase();
  const kept = words ? rows.filter((row) => row.cells.some((cell) => plain(cell).toLowerCase().includes(words))) : [...rows];
  if (state.sort !== null) kept.sort((a, b) => compare(a.cells[state.sort], b.cells[state.sort]) * (state.down ? -1 : 1));
  return kept;
}

// Excel runs a cell that begins with one of these; a leading apostrophe keeps it text.
const guard = (text) => (/^\s*[=+\-@＝＋－＠]|^[\t\r\n]/.test(text) && Number.isNaN(Number(text)) ? "'" + text : text);
const quoted = (text) => '"' + guard(text).replaceAll('"', '""') + '"';

function csv(state) {
  const lines = [state.data.columns.map((column) => column.label), ...shown(state).map((row) => row.cells.map(plain))];
  return "\uFEFF" + lines.map((line) => line.map(quoted).join(",")).join("\r\n") + "\r\n";
}

function content(cell, state, inner = false) {
  if (cell === null || cell === undefined) return "";
  if (Array.isArray(cell)) {
    if (!cell.length) return "";
    const box = el("span");
    cell.forEach((item, i) => box.append(...(i ? [inner ? " " : state.data.words.comma] : []), content(item, state, true)));
    return box;
  }
  if (typeof cell !== "object") return typeof cell === "number" ? cell.toLocaleString("en") : String(cell);
  if (cell.bar !== undefined) {
    const bar = el("span", { class: "bar" });
    bar.style.width = `${Math.max(1, (100 * cell.bar) / (cell.of || 1))}%`;
    return el("span", { class: "bars" }, el("span", { class: "number" }, cell.bar.toLocaleString("en")),
      el("span", { class: "track" }, bar));
  }
  const text = cell.to ? link(cell.text, cell.to, state.data.common) : el("span", {}, cell.text);
  if (!cell.glyph) return text;
  const sign = el("span", { class: "sign", "aria-hidden": "true" }, cell.glyph);
  sign.style.color = cell.colour;
  return el("span", {}, sign, text);
}

function draw(root, state) {
  const { data } = state;
  const rows = shown(state);
  const few = state.all ? rows : rows.slice(0, data.limit);
  const table = el("table", { "aria-label": data.title || null, class: data.plain ? "plain" : data.small ? "small" : "cards" });
  if (!data.plain && !data.bare) table.append(el("thead", {}, el("tr", {}, ...data.columns.map((column, i) => head(column, i, root, state)))));
  table.append(el("tbody", {}, ...few.map((row) => line(row, state))));
  const foot = rows.length > few.length
    ? el("button", { class: "quiet", onclick: () => { state.all = true; draw(root, state); } }, data.words.more.replace("{n}", rows.length))
    : null;
  const focused = root.getRootNode().activeElement?.className === "filter";
  root.replaceChildren(...[bar(root, state, rows.length), rows.length ? table : el("p", { class: "none" }, data.words.none), foot].filter(Boolean));
  if (focused) {
    const input = root.querySelector(".filter");
    input?.focus();
    input?.setSelectionRange(input.value.length, input.value.length);
  }
}

function bar(root, state, count) {
  const { data } = state;
  if (data.plain) return null;
  const filter = data.rows.length > 12
    ? el("input", {
      class: "filter", type: "search", placeholder: data.words.filter, "aria-label": data.words.filter, value: state.filter,
      oninput: (event) => { state.filter = event.target.value; state.all = false; draw(root, state); },
    })
    : null;
  const download = data.file && data.rows.length
    ? el("button", { class: "quiet csv", title: data.words.csv, onclick: () => save(data.file, csv(state), "text/csv;charset=utf-8") }, "CSV ↓")
    : null;
  return el("div", { class: "tools" }, el("span", { class: "title" }, data.title || ""),
    data.bare ? null : el("span", { class: "count" }, data.words.rows.replace("{n}", count.toLocaleString("en"))), filter, download);
}

function head(column, i, root, state) {
  const turn = () => {
    Object.assign(state, { down: state.sort === i && !state.down, sort: i });
    draw(root, state);
  };
  const mark = state.sort === i ? (state.down ? " ↓" : " ↑") : "";
  return el("th", {
    scope: "col", class: column.align || null,
    "aria-sort": state.sort === i ? (state.down ? "descending" : "ascending") : null,
  }, el("button", { onclick: turn }, column.label + mark));
}

function line(row, state) {
  const cells = row.cells.map((cell, i) => {
    const column = state.data.columns[i];
    const tag = i === 0 && state.data.plain ? "th" : "td";
    return el(tag, { class: [column.align, column.size].filter(Boolean).join(" ") || null, "data-label": column.label, scope: tag === "th" ? "row" : null },
      content(cell, state));
  });
  const choose = (event) => {
    if (event.target.closest("a") || (event.key && event.key !== "Enter")) return;
    window.dispatchEvent(new CustomEvent("gongbao-pick", { detail: { id: row.id, from: "table" } }));
  };
  const found = row.id && { "data-id": row.id, tabindex: 0, onclick: choose, onkeydown: choose };
  return el("tr", { class: row.past ? "past" : null, ...(found || {}) }, ...cells);
}

function mark(root, detail) {
  for (const row of root.querySelectorAll("tr[data-id]")) {
    const here = row.getAttribute("data-id") === detail.id;
    row.classList.toggle("picked", here);
    if (here && detail.from !== "table") row.scrollIntoView({ block: "nearest", behavior: "smooth" });
  }
}
