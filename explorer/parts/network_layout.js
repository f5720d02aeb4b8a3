// Where nodes stand: fcose up to 500 nodes, its draft above; then each takes the nearest seat with room for it and its
// words, so that none covers another. Those that come later take free seats, and nothing that is there moves.

const ROOM = { w: 136, h: 96 };     // the most that a node with its words takes
const LEADS = 110;                  // how far a leader stands from the group
const DRAFT = 500;                  // nodes above which only the draft is quick enough

function keep(state) {
  state.cy.nodes().forEach((node) => { state.places[node.id()] = { ...node.position() }; });
}

// The room of a node: its sign above, its words in lines of at most 118 pixels below.
function room(data) {
  const long = 12 * [...data.label].length;
  return { w: Math.max(data.width, Math.min(long, 118)) + 16, h: data.height + 14 * Math.ceil(long / 118) + 14 };
}

function lay(state, random) {
  const { cy } = state;
  const count = cy.nodes().length;
  const fixed = cy.nodes().filter((node) => state.pinned.has(node.id()))
    .map((node) => ({ nodeId: node.id(), position: { ...node.position() } }));
  cy.layout({
    name: "fcose", quality: count > DRAFT ? "draft" : "default", randomize: random, animate: false, fit: false,
    nodeDimensionsIncludeLabels: count <= DRAFT, packComponents: false, nodeSeparation: 80, numIter: count > 200 ? 1000 : 2500,
    nodeRepulsion: 6500, gravity: 0.4, tilingPaddingVertical: 24, tilingPaddingHorizontal: 24,
    idealEdgeLength: (edge) => (edge.data("near") ? 60 : 50 + 9 * Math.sqrt(Math.max(edge.source().degree(), edge.target().degree()))),
    fixedNodeConstraint: fixed.length && !random ? fixed : undefined,
  }).run();
  settle(state);
  cy.fit(undefined, 24);
  frame(cy, count);
  keep(state);
}

function frame(cy, count) {
  const focus = cy.nodes("[?focus]");
  if (cy.width() < 480 && cy.zoom() < 0.45) {      // a narrow screen: rather a part that can be read
    cy.zoom(0.45);
    cy.center(focus.nonempty() ? focus : undefined);
  }
  if (count && cy.zoom() > 1.25) {
    cy.zoom(1.25);
    cy.center();
  }
}

// Which places are taken, looked up by cells of the largest node's size. `find` remembers how far round each cell is
// full, so that many nodes that belong to one spot don't walk the same turns again.
function seats() {
  const taken = new Map();
  const full = new Map();
  const key = (i, j) => i * 100003 + j;
  const column = (x) => Math.floor(x / ROOM.w), row = (y) => Math.floor(y / ROOM.h);
  const sit = (place) => {
    const at = key(column(place.x), row(place.y));
    if (taken.has(at)) taken.get(at).push(place);
    else taken.set(at, [place]);
    return { x: place.x, y: place.y };
  };
  const free = (place) => {
    const i = column(place.x), j = row(place.y);
    for (let di = -1; di <= 1; di += 1) {
      for (let dj = -1; dj <= 1; dj += 1) {
        for (const other of taken.get(key(i + di, j + dj)) || []) {
          if (2 * Math.abs(other.x - place.x) < other.w + place.w && 2 * Math.abs(other.y - place.y) < other.h + place.h) return false;
        }
      }
    }
    return true;
  };
  // The nearest free place for a node of this `size` on a spiral round `from`; it begins at turn `first`.
  const find = (from, size, first) => {
    const home = key(column(from.x), row(from.y)) + size.w / 1e4;
    for (let turn = Math.max(first, full.get(home) || 0); turn < 60000; turn += 1) {
      const reach = 22 * Math.sqrt(turn);
      const place = { ...size, x: from.x + reach * Math.cos(turn * 2.399963), y: from.y + reach * 0.7 * Math.sin(turn * 2.399963) };
      if (!free(place)) continue;
      if (turn > 400) full.set(home, turn);
      return sit(place);
    }
    return sit({ ...from, ...size });
  };
  return { sit, find };
}

// Widen what was laid out to the shape of the canvas and to the room the nodes need (the draft lays nodes of equal ties
// on one spot), then seat each near its spot, the most tied first and leaders before others, these close to what they
// lead. Pinned ones stay.
function settle(state) {
  const { cy } = state;
  const table = seats();
  const nodes = cy.nodes().toArray().map((node) => ({
    node, size: room(node.data()), pinned: state.pinned.has(node.id()), ties: node.degree(), led: node.outgoers("edge[?near]").targets(),
  }));
  const box = cy.nodes().boundingBox({ includeLabels: false });
  const wanted = nodes.reduce((sum, { size }) => sum + size.w * size.h, 0) * 1.25;
  const shape = Math.min(Math.max(cy.width() / Math.max(cy.height(), 1), 0.6), 2.2);
  const grown = nodes.some(({ pinned }) => pinned)
    ? { x: 1, y: 1 }
    : { x: Math.min(Math.max(Math.sqrt(wanted * shape) / Math.max(box.w, 1), 1), 40), y: Math.min(Math.max(Math.sqrt(wanted / shape) / Math.max(box.h, 1), 0.8), 40) };
  const rank = ({ pinned, ties, led }) => (pinned ? 1e6 : ties + 20 * led.length);
  nodes.sort((a, b) => rank(b) - rank(a));
  const seated = new Map();
  cy.batch(() => nodes.forEach(({ node, size, pinned, led }) => {
    const { x, y } = node.position();
    const heads = led.map((group) => seated.get(group.id())).filter(Boolean);
    const spot = pinned ? { x, y } : closer({ x: x * grown.x, y: y * grown.y }, heads);
    const place = pinned ? table.sit({ ...spot, ...size }) : table.find(spot, size, 0);
    seated.set(node.id(), place);
    node.position(place);
  }));
}

// A leader's spot: on the way from the middle of what is led, not further than LEADS from it.
function closer(spot, heads) {
  if (!heads.length) return spot;
  const middle = { x: 0, y: 0 };
  for (const head of heads) {
    middle.x += head.x / heads.length;
    middle.y += head.y / heads.length;
  }
  const far = Math.hypot(spot.x - middle.x, spot.y - middle.y);
  const part = Math.min(1, LEADS / Math.max(far, 1));
  return { x: middle.x + (spot.x - middle.x) * part, y: middle.y + (spot.y - middle.y) * part };
}

// New nodes take free seats round the node they belong to.
function seat(state, fresh) {
  const table = seats();
  state.cy.nodes().forEach((node) => { table.sit({ ...node.position(), ...room(node.data()) }); });
  const ends = new Map();
  const join = (one, other) => {
    if (ends.has(one)) ends.get(one).push(other);
    else ends.set(one, [other]);
  };
  for (const edge of state.data.edges) {
    join(edge.source, edge.target);
    join(edge.target, edge.source);
  }
  for (const node of fresh) {
    if (state.places[node.id]) continue;
    const host = (ends.get(node.id) || []).map((id) => state.places[id]).find(Boolean) || { x: 0, y: 0 };
    state.places[node.id] = table.find(host, room(node), 8);
  }
}
