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
    nodeDimensionsIncludeLabels: count <= DRAFT, packComponents: false, nodeSeparation: 110, numIter: count > 200 ? 1000 : 2500,
    nodeRepulsion: 9000, gravity: 0.35, tilingPaddingVertical: 24, tilingPaddingHorizontal: 24,
    idealEdgeLength: (edge) => (edge.data("near") ? 70 : 60 + 12 * Math.sqrt(Math.max(edge.source().degree(), edge.target().degree()))),
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

// Which places are taken, looked up by cells of a node's size.
function seats() {
  const taken = new Map();
  const cell = (x, y) => `${Math.floor(x / WIDE)},${Math.floor(y / HIGH)}`;
  const near = ({ x, y }) => [-1, 0, 1].flatMap((i) => [-1, 0, 1].flatMap((j) => taken.get(cell(x + i * WIDE, y + j * HIGH)) || []));
  const sit = (place) => {
    const key = cell(place.x, place.y);
    if (taken.has(key)) taken.get(key).push(place);
    else taken.set(key, [place]);
    return place;
  };
  const free = (place) => !near(place).some((other) => Math.abs(other.x - place.x) < WIDE && Math.abs(other.y - place.y) < HIGH);
  // The nearest free place on a spiral from `from`; it begins at turn `first`.
  const find = (from, first) => {
    for (let turn = first; turn < 20000; turn += 1) {
      const reach = 46 * Math.sqrt(turn);
      const place = { x: from.x + reach * Math.cos(turn * 2.399963), y: from.y + reach * 0.8 * Math.sin(turn * 2.399963) };
      if (free(place)) return sit(place);
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
  const ordered = cy.nodes().sort((a, b) => b.degree() - a.degree());
  const middle = { x: (box.x1 + box.x2) / 2, y: (box.y1 + box.y2) / 2 };
  const grown = Math.min(Math.max(room, 1), 40);
  cy.batch(() => ordered.forEach((node) => {
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
