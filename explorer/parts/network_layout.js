// Where nodes stand: fcose up to 500 nodes, its draft spread out above; those that come later take free seats.

const WIDE = 112, HIGH = 74;        // the room of a node with its label
const DRAFT = 500;                  // nodes above which only the draft is quick enough

function keep(state) {
  state.cy.nodes().forEach((node) => { state.places[node.id()] = { ...node.position() }; });
}

function lay(state, random) {
  const { cy } = state;
  const count = cy.nodes().length;
  const fixed = cy.nodes().filter((node) => state.pinned.has(node.id()))
    .map((node) => ({ nodeId: node.id(), position: { ...node.position() } }));
  cy.layout({
    name: "fcose", quality: count > DRAFT ? "draft" : "default", randomize: random, animate: false, fit: true, padding: 36,
    nodeDimensionsIncludeLabels: count <= DRAFT, packComponents: false, nodeSeparation: 80, numIter: count > 200 ? 1000 : 2500,
    nodeRepulsion: 6500, gravity: 0.4, tilingPaddingVertical: 24, tilingPaddingHorizontal: 24,
    idealEdgeLength: (edge) => (edge.data("near") ? 60 : 50 + 9 * Math.sqrt(Math.max(edge.source().degree(), edge.target().degree()))),
    fixedNodeConstraint: fixed.length && !random ? fixed : undefined,
  }).run();
  if (count > DRAFT) spread(state);
  frame(cy, count);
  keep(state);
}

function frame(cy, count) {
  const focus = cy.nodes("[?focus]");
  if (cy.width() < 480 && cy.zoom() < 0.6) {       // a narrow screen: rather a part that can be read
    cy.zoom(0.6);
    cy.center(focus.nonempty() ? focus : undefined);
  }
  if (count && cy.zoom() > 1.25) {
    cy.zoom(1.25);
    cy.center();
  }
}

// Which places are taken, looked up by cells of a node's size. `find` remembers how far round each cell is full, so
// that many nodes that belong to one spot don't walk the same turns again.
function seats() {
  const taken = new Map();
  const full = new Map();
  const key = (i, j) => i * 100003 + j;
  const column = (x) => Math.floor(x / WIDE), row = (y) => Math.floor(y / HIGH);
  const sit = (place) => {
    const at = key(column(place.x), row(place.y));
    if (taken.has(at)) taken.get(at).push(place);
    else taken.set(at, [place]);
    return place;
  };
  const free = (place) => {
    const i = column(place.x), j = row(place.y);
    for (let di = -1; di <= 1; di += 1) {
      for (let dj = -1; dj <= 1; dj += 1) {
        for (const other of taken.get(key(i + di, j + dj)) || []) {
          if (Math.abs(other.x - place.x) < WIDE && Math.abs(other.y - place.y) < HIGH) return false;
        }
      }
    }
    return true;
  };
  // The nearest free place on a spiral round `from`; it begins at turn `first`.
  const find = (from, first) => {
    const home = key(column(from.x), row(from.y));
    for (let turn = Math.max(first, full.get(home) || 0); turn < 40000; turn += 1) {
      const reach = 46 * Math.sqrt(turn);
      const place = { x: from.x + reach * Math.cos(turn * 2.399963), y: from.y + reach * 0.8 * Math.sin(turn * 2.399963) };
      if (!free(place)) continue;
      full.set(home, turn);
      return sit(place);
    }
    return sit({ ...from });
  };
  return { sit, find };
}

// The draft lays nodes of equal ties on one spot: widen it to the room they need, then seat each near its spot.
function spread(state) {
  const { cy } = state;
  const box = cy.nodes().boundingBox({ includeLabels: false });
  const room = Math.sqrt((cy.nodes().length * WIDE * HIGH * 1.6) / Math.max(box.w * box.h, 1));
  const table = seats();
  const ordered = cy.nodes().toArray().map((node) => [node.degree(), node]).sort((a, b) => b[0] - a[0]);
  const middle = { x: (box.x1 + box.x2) / 2, y: (box.y1 + box.y2) / 2 };
  const grown = Math.min(Math.max(room, 1), 40);
  cy.batch(() => ordered.forEach(([, node]) => {
    const { x, y } = node.position();
    node.position(table.find({ x: (x - middle.x) * grown, y: (y - middle.y) * grown }, 0));
  }));
  cy.fit(undefined, 36);
}

// New nodes take free seats round the node they belong to; nothing that is there moves.
function seat(state, fresh) {
  const table = seats();
  state.cy.nodes().forEach((node) => table.sit({ ...node.position() }));
  const ends = new Map();
  for (const edge of state.data.edges) {
    ends.set(edge.source, [...(ends.get(edge.source) || []), edge.target]);
    ends.set(edge.target, [...(ends.get(edge.target) || []), edge.source]);
  }
  for (const node of fresh) {
    if (state.places[node.id]) continue;
    const host = (ends.get(node.id) || []).map((id) => state.places[id]).find(Boolean) || { x: 0, y: 0 };
    state.places[node.id] = table.find(host, 3);
  }
}
