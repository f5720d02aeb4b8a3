// A group as an organisation chart: one row a rank, leaders on top, subgroups beneath.

export default function (component) {
  const { parentElement } = component;
  const { data } = told(component);
  const root = parentElement.querySelector(".part");
  const box = (item) => el("div", { class: `box${item.head ? " head" : ""}` },
    item.to ? link(item.text, item.to, data.common, { class: "who" }) : el("span", { class: "who" }, item.text),
    item.note ? el("span", { class: "post" }, item.note) : null);
  root.replaceChildren(...data.ranks.map((rank) => el("section", { class: "rank", "aria-label": rank.title },
    el("h4", {}, rank.title, rank.boxes.length > 1 ? el("span", { class: "many" }, ` ${rank.boxes.length}`) : null),
    el("div", { class: "boxes" }, ...rank.boxes.map(box)))));
}
