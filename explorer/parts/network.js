// A network drawn by cytoscape.js, which the data-less library part puts on the window.
// Clicks, marks and the saving of pictures happen here; what to show is decided in Python and arrives as data.

export default function (component) {
  const { parentElement, setTriggerValue } = component;
  const root = parentElement.querySelector(".part");
  const state = (root.gongbao ??= { places: {}, pinned: new Set(), picked: null });
  const { words, data } = told(component, state.words);
  state.send = setTriggerValue;
  if (data) Object.assign(state, { words, data: whole(data) });
  if (window.gongbaoCytoscape) show(root, state);
  else window.addEventListener("gongbao-cytoscape", () => show(root, state), { once: true });
}

// Nodes and edges with what they share by their type.
function whole(data) {
  const short = (name, most) => (name.length <= most ? name : `${name.slice(0, most - 1)}…`);
  for (const node of data.nodes) {
    const { room, kind, shape, colour, width, height, glyph } = data.types[node.type];
    Object.assign(node, { label: short(node.name, room), kind, shape, colour, width, height, glyph, focus: !!node.focus });
  }
  for (const edge of data.edges) Object.assign(edge, { kind: data.ties[edge.tie], near: !!edge.near, past: !!edge.past });
  return data;
}

function show(root, state) {
  if (!root.isConnected) return;
  const many = state.data.nodes.length > 400;
  if (state.cy && many !== state.many) {         // another order of size is drawn in another way
    keep(state);
    state.cy.destroy();
    state.cy = null;
  }
  state.many = many;
  root.style.setProperty("--gb-canvas", `${state.data.height}px`);
  if (!state.cy) begin(root, state);
  if (state.shown !== state.data) {
    state.shown = state.data;
    const started = performance.now();
    redraw(state);
    toolbar(root, state);
    state.cy.one("render", () => { root.dataset.drawn = String(Math.round(performance.now() - started)); });
    state.cy.forceRender();
  }
}

function begin(root, state) {
  const canvas = root.querySelector(".canvas");
  state.root = root;
  state.cy = window.gongbaoCytoscape({
    container: canvas, minZoom: 0.08, maxZoom: 3, boxSelectionEnabled: false, autounselectify: true, multiClickDebounceTime: 450,
    pixelRatio: state.many ? 1 : "auto", hideEdgesOnViewport: state.many, style: styles(state.many),
  });
  const cy = state.cy;
  cy.on("tap", "node, edge", (event) => pick(state, event.target.id(), "drawing"));
  cy.on("tap", (event) => { if (event.target === cy) pick(state, null, "drawing"); });
  cy.on("dbltap", "node", (event) => expand(state, event.target.id()));
  cy.on("free", "node", (event) => { state.places[event.target.id()] = { ...event.target.position() }; });
  // Cytoscape keeps where its container stood; the page above may have grown since, and clicks would miss.
  canvas.addEventListener("pointerdown", () => cy.renderer().invalidateContainerClientCoordsCache(), { capture: true });
  canvas.addEventListener("keydown", (event) => keys(event, state));
  window.addEventListener("gongbao-pick", function listen(event) {
    if (!root.isConnected) {       // its page is gone: leave nothing behind
      window.removeEventListener("gongbao-pick", listen);
      cy.destroy();
    } else if (event.detail.from !== "drawing") pick(state, event.detail.id, event.detail.from);
  });
  new ResizeObserver(() => cy.resize()).observe(canvas);
  root.gongbaoCy = cy;
}

// --- what is drawn -------------------------------------------------------------------------------------------

function redraw(state) {
  const { cy, data } = state;
  keep(state);
  if (data.view !== state.view) Object.assign(state.places, data.positions);   // once: then what the visitor moved counts
  state.view = data.view;
  const first = !data.nodes.some((node) => state.places[node.id]);
  const wanted = new Set([...data.nodes, ...data.edges].map((thing) => thing.id));
  cy.batch(() => {
    cy.elements().filter((thing) => !wanted.has(thing.id())).remove();
    const fresh = data.nodes.filter((node) => cy.getElementById(node.id).empty());
    if (!first) seat(state, fresh);
    cy.add(fresh.map((node) => ({ group: "nodes", data: node, position: state.places[node.id] })));
    cy.add(data.edges.filter((edge) => cy.getElementById(edge.id).empty()).map((edge) => ({ group: "edges", data: edge })));
    for (const thing of [...data.nodes, ...data.edges]) {
      const held = cy.getElementById(thing.id);
      if (held.data("focus") !== thing.focus || held.data("label") !== thing.label || held.data("past") !== thing.past) held.data(thing);
    }
    cy.elements(".faint, .near, .picked").removeClass("faint near picked");
  });
  if (first) lay(state, true);
  if (state.picked && cy.getElementById(state.picked).nonempty()) pick(state, state.picked, "redraw");
  else describe(state, null);
}

function styles(many) {
  const font = getComputedStyle(document.documentElement).getPropertyValue("--gb-font").replaceAll("'", '"');
  return [
    { selector: "node", style: {
      shape: "data(shape)", width: "data(width)", height: "data(height)", "background-color": "data(colour)",
      label: "data(label)", color: "#1f2428", "font-family": font, "font-size": 12, "text-valign": "bottom", "text-margin-y": 4,
      "text-wrap": "wrap", "text-max-width": 118, "text-overflow-wrap": "anywhere", "text-background-color": "#fff",
      "text-background-opacity": many ? 0 : 0.82, "text-background-padding": 1, "min-zoomed-font-size": many ? 9 : 5,
      "border-width": 1.5, "border-color": "#fff", "line-height": 1.15,
    } },
    { selector: "node[?focus]", style: { "border-width": 4, "border-color": "#a3261f", "font-weight": 700, "font-size": 13 } },
    { selector: "node[?pinned]", style: { "border-style": "double", "border-width": 5, "border-color": "#1f2428" } },
    { selector: "edge", style: {
      width: 1.2, "line-color": "#b7b3a8", "curve-style": many ? "haystack" : "bezier", "source-label": many ? "" : "data(label)", "source-text-offset": 44, color: "#4b525a",
      "font-family": font, "font-size": 10, "source-text-rotation": "autorotate", "text-background-color": "#fff", "text-background-opacity": 0.85,
      "text-background-padding": 1, "min-zoomed-font-size": 8, "target-arrow-shape": many ? "none" : "triangle", "target-arrow-color": "#b7b3a8",
      "arrow-scale": 0.7,
    } },
    { selector: "edge[?near]", style: { width: 2.4, "line-color": "#77736a", "target-arrow-color": "#77736a" } },
    { selector: "edge[?past]", style: { "line-style": "dashed", opacity: 0.6 } },
    { selector: ".faint", style: { opacity: 0.16 } },
    { selector: "edge.near", style: { "line-color": "#1c4f86", "target-arrow-color": "#1c4f86", width: 2.2 } },
    { selector: ".picked", style: { "overlay-color": "#f1c232", "overlay-opacity": 0.4, "overlay-padding": 6 } },
  ];
}

// --- growing -------------------------------------------------------------------------------------------------

// Add what a node is tied to; a drawing that can't grow leads on to the network page.
function expand(state, id) {
  const { explore, beside, common } = state.data;
  if (!id) return;
  if (explore) state.send("expand", id);
  else visit(address({ page: "network", params: { ids: [...new Set([...beside, id])].join(",") } }, common));
}

// The network of one node alone, with the filters and the day as they are.
function centre(id) {
  const query = new URLSearchParams(window.location.search);
  ["open", "gone", "view"].forEach((name) => query.delete(name));
  query.set("ids", id);
  visit(`?${query}`);
}

// --- choosing ------------------------------------------------------------------------------------------------

function pick(state, id, from) {
  const { cy } = state;
  const thing = id ? cy.getElementById(id) : cy.collection();
  state.picked = thing.nonempty() ? id : null;
  const near = thing.nonempty() ? (thing.isNode() ? thing.closedNeighborhood() : thing.union(thing.connectedNodes())) : null;
  cy.batch(() => {
    cy.elements(".faint, .near, .picked").removeClass("faint near picked");
    if (!near) return;
    if (!state.many) cy.elements().not(near).addClass("faint");
    near.addClass("near");
    thing.addClass("picked");
  });
  if (from === "keys" || from === "table") bring(cy, thing);
  describe(state, thing.nonempty() ? thing : null);
  if (from === "drawing" || from === "keys") {
    window.dispatchEvent(new CustomEvent("gongbao-pick", { detail: { id: state.picked, from: "drawing" } }));
  }
}

function bring(cy, thing) {
  if (thing.empty()) return;
  const box = thing.renderedBoundingBox();
  if (box.x1 < 0 || box.y1 < 0 || box.x2 > cy.width() || box.y2 > cy.height()) cy.center(thing);
}

function keys(event, state) {
  const { cy } = state;
  const nodes = cy.nodes().sort((a, b) => a.data("label").localeCompare(b.data("label"), "zh-Hans-CN"));
  const at = nodes.toArray().findIndex((node) => node.id() === state.picked);
  const act = {
    ArrowRight: () => pick(state, nodes[(at + 1) % nodes.length]?.id(), "keys"),
    ArrowDown: () => pick(state, nodes[(at + 1) % nodes.length]?.id(), "keys"),
    ArrowLeft: () => pick(state, nodes[(at - 1 + nodes.length) % nodes.length]?.id(), "keys"),
    ArrowUp: () => pick(state, nodes[(at - 1 + nodes.length) % nodes.length]?.id(), "keys"),
    Enter: () => expand(state, state.picked),
    Delete: () => state.picked && state.data.explore && state.send("remove", state.picked),
    Escape: () => pick(state, null, "keys"),
    "+": () => cy.zoom({ level: cy.zoom() * 1.25, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } }),
    "-": () => cy.zoom({ level: cy.zoom() / 1.25, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } }),
  }[event.key];
  if (!act) return;
  event.preventDefault();
  act();
}
