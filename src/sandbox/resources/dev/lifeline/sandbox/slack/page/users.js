import { h } from "preact";

const HUES = [12, 32, 88, 150, 174, 200, 224, 262, 292, 330];

/** A colour derived from the name, the same each time. */
function hueOf(name) {
  const sum = [...name].reduce((total, letter) => total * 31 + letter.codePointAt(0), 7);
  return HUES[sum % HUES.length];
}

export function Avatar({ name, bot, small }) {
  const size = small ? " avatar-small" : "";
  if (bot) return h("img", { class: `avatar${size}`, src: "/page/lifebuoy.svg", alt: "" });
  const initials = name.split(/\s+/).map(word => word[0]).slice(0, 2).join("").toUpperCase();
  return h("span", { class: `avatar${size}`, "aria-hidden": "true", style: { "--hue": hueOf(name) } }, initials);
}

/** A one-line description of a user. */
export const aboutPerson = person =>
  [person.title, person.is_stranger && "other workspace", person.is_restricted && "guest", person.locale]
    .filter(Boolean)
    .join(" · ");

/** The workspace with look-ups by id or name; `viewer` is the user of this page, undefined for an unknown name. */
export function workspaceOf(world, viewerName) {
  const find = list => reference => list.find(one => one.id === reference || one.name === reference);
  const person = find(world.people);
  const viewer = person(viewerName);
  return {
    world,
    viewer,
    channel: find(world.channels),
    person,
    group: id => world.user_groups?.find(group => group.id === id),
    people: world.people.filter(one => !one.is_bot),
    channels: world.channels.filter(one => one.members.includes(viewer?.name)),
  };
}
