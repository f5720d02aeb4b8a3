// What stands round the drawing: the tools, the legend, the words on what is chosen, the pictures to keep.

function toolbar(root, state) {
  const { data, cy } = state;
  const words = data.words;
  const chosen = () => (state.picked && cy.getElementById(state.picked).isNode() ? state.picked : null);
  const button = (name, act, needs) => el("button", { class: "quiet", title: words[`${name}_help`] || null, "data-needs": needs ? "node" : null, "data-act": name, onclick: act }, words[name]);
  const zoom = (factor) => cy.zoom({ level: cy.zoom() * factor, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } });
  const tools = [
    ...(data.explore ? [
      button("expand", () => expand(state, chosen()), true),
      button("centre", () => chosen() && centre(chosen()), true),
      button("remove", () => chosen() && state.send("remove", chosen()), true)] : []),
    button("pin", () => pin(state, chosen()), true),
    el("span", { class: "gap" }),
    button("relay", () => lay(state, !state.pinned.size), false),
    button("fit", () => cy.fit(undefined, 36), false),
    el("button", { class: "quiet", "aria-label": words.bigger, onclick: () => zoom(1.25) }, "＋"),
    el("button", { class: "quiet", "aria-label": words.smaller, onclick: () => zoom(0.8) }, "－"),
    el("span", { class: "gap" }),
    button("png", () => picture(state, "png"), false),
    button("svg", () => picture(state, "svg"), false),
    ...(data.explore ? [button("keep", () => state.send("keep", state.places), false)] : []),
  ];
  root.querySelector(".tools").replaceChildren(...tools);
  root.querySelector(".canvas").setAttribute("aria-label", words.canvas.replace("{n}", data.nodes.length).replace("{m}", data.edges.length));
  root.querySelector(".legend").replaceChildren(...Object.values(data.types).map((type) => {
    const sign = el("span", { class: "sign", "aria-hidden": "true" }, type.glyph);
    sign.style.color = type.colour;
    return el("span", { class: "entry" }, sign, `${type.kind} ${type.count}`);
  }), ...(data.edges.some((edge) => edge.past) ? [el("span", { class: "entry" }, `┄ ${words.past}`)] : []));
  enable(state);
}

function enable(state) {
  const node = state.picked && state.cy.getElementById(state.picked).isNode();
  for (const button of state.root.querySelectorAll("[data-needs=node]")) button.disabled = !node;
}

function pin(state, id) {
  if (!id) return;
  if (!state.pinned.delete(id)) state.pinned.add(id);
  state.cy.getElementById(id).data("pinned", state.pinned.has(id));
  state.cy.getElementById(id)[state.pinned.has(id) ? "lock" : "unlock"]();
}

function nodePlace(state, item) {
  const page = state.data.page_of[item.type];
  return page ? { page, params: { id: item.id } } : { page: "thing", params: { id: item.id, type: item.type } };
}

const evidencePlace = ([source, start, end]) => ({ page: "evidence", params: { source, start: String(start), end: String(end) } });

// One line on the node or edge that is chosen, with the way to its page or its evidence.
function describe(state, thing) {
  const box = state.root.querySelector(".chosen");
  const { words } = state.data;
  enable(state);
  if (!thing) {
    box.replaceChildren(el("span", { class: "hint" }, words.hint));
    return;
  }
  const item = thing.data();
  if (thing.isNode()) {
    const sign = el("span", { class: "sign", "aria-hidden": "true" }, item.glyph);
    sign.style.color = item.colour;
    box.replaceChildren(sign, link(item.name, nodePlace(state, item), state.data.common),
      el("span", { class: "hint" }, ` ${item.kind} · ${words.ties.replace("{n}", thing.connectedEdges().length)}${item.note ? ` · ${item.note}` : ""}`));
    return;
  }
  box.replaceChildren(el("b", {}, `${thing.source().data("name")} — ${item.label || item.kind} → ${thing.target().data("name")}`),
    el("span", { class: "hint" }, item.note ? ` ${item.note} ` : " "), ...(item.at ? [link(words.evidence, evidencePlace(item.at), state.data.common)] : []));
}

function picture(state, kind) {
  const name = `${state.data.file}.${kind}`;
  if (kind === "png") {
    state.cy.png({ output: "blob-promise", full: true, scale: 2, bg: "#ffffff", maxWidth: 6000, maxHeight: 6000 }).then((blob) => save(name, blob));
    return;
  }
  save(name, new XMLSerializer().serializeToString(drawing(state)), "image/svg+xml");
}

const SVG = "http://www.w3.org/2000/svg";
const NO_XML = /[\x00-\x08\x0b\x0c\x0e-\x1f]/g;

function svg(tag, attributes, text) {
  const node = document.createElementNS(SVG, tag);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, typeof value === "number" ? value.toFixed(1) : value);
  if (text !== undefined) node.textContent = text.replace(NO_XML, " ");
  return node;
}

// Corners of each shape in a box from -1 to 1; what is not listed is an ellipse or a rectangle.
const CORNERS = {
  hexagon: [[-1, 0], [-0.5, -1], [0.5, -1], [1, 0], [0.5, 1], [-0.5, 1]],
  diamond: [[0, -1], [1, 0], [0, 1], [-1, 0]],
  triangle: [[0, -1], [1, 1], [-1, 1]],
  tag: [[-1, -1], [0.25, -1], [1, 0], [0.25, 1], [-1, 1]],
  octagon: [[-0.41, -1], [0.41, -1], [1, -0.41], [1, 0.41], [0.41, 1], [-0.41, 1], [-1, 0.41], [-1, -0.41]],
  rhomboid: [[-1, -1], [0.33, -1], [1, 1], [-0.33, 1]],
};

function drawing(state) {
  const { cy } = state;
  const box = cy.elements().boundingBox();
  const page = svg("svg", { xmlns: SVG, viewBox: [box.x1 - 20, box.y1 - 20, box.w + 40, box.h + 40].map((n) => n.toFixed(0)).join(" "), width: box.w + 40, height: box.h + 40 });
  page.append(svg("rect", { x: box.x1 - 20, y: box.y1 - 20, width: box.w + 40, height: box.h + 40, fill: "#ffffff" }));
  const words = { "font-family": "sans-serif", "text-anchor": "middle", fill: "#1f2428", "paint-order": "stroke", stroke: "#ffffff", "stroke-width": 3, "stroke-linejoin": "round" };
  const between = new Map();       // how many words stand between two nodes already: the next goes further along
  cy.edges().forEach((edge) => {
    const a = edge.source().position(), b = edge.target().position();
    const pair = [edge.source().id(), edge.target().id()].sort().join(" ");
    const part = 0.4 + 0.2 * ((between.get(pair) || 0) % 3);
    between.set(pair, (between.get(pair) || 0) + 1);
    page.append(svg("line", { x1: a.x, y1: a.y, x2: b.x, y2: b.y, stroke: edge.data("near") ? "#77736a" : "#b7b3a8", "stroke-width": edge.data("near") ? 2.4 : 1.2, ...(edge.data("past") ? { "stroke-dasharray": "5 4" } : {}) }));
    if (edge.data("label") && cy.edges().length <= 400) page.append(svg("text", { ...words, x: a.x + (b.x - a.x) * part, y: a.y + (b.y - a.y) * part, "font-size": 10 }, edge.data("label")));
  });
  cy.nodes().forEach((node) => {
    const { x, y } = node.position();
    const { shape, width, height, colour } = node.data();
    const paint = { fill: colour, stroke: node.data("focus") ? "#a3261f" : "#ffffff", "stroke-width": node.data("focus") ? 4 : 1.5 };
    if (CORNERS[shape]) page.append(svg("polygon", { ...paint, points: CORNERS[shape].map(([u, v]) => `${(x + (u * width) / 2).toFixed(1)},${(y + (v * height) / 2).toFixed(1)}`).join(" ") }));
    else if (shape === "ellipse") page.append(svg("ellipse", { ...paint, cx: x, cy: y, rx: width / 2, ry: height / 2 }));
    else page.append(svg("rect", { ...paint, x: x - width / 2, y: y - height / 2, width, height, rx: 5 }));
    lines(node.data("label")).forEach((text, i) => page.append(svg("text", { ...words, x, y: y + height / 2 + 15 + i * 14, "font-size": 12 }, text)));
  });
  return page;
}

const lines = (label) => [...label].reduce((all, sign) => {
  if (!all.length || all.at(-1).length >= 10) all.push("");
  all[all.length - 1] += sign;
  return all;
}, []);
