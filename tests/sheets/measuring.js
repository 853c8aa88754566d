// Reads the page as it is laid out, and leaves what is wrong with it in an element that a test finds.
const faults = [];
const shown = (element) => element.tagName.toLowerCase() + "." + (element.getAttribute("class") || "") + " " +
  JSON.stringify(element.textContent.trim().slice(0, 24));

const channels = (color) => {
  const numbers = color.match(/[\d.]+/g).map(Number);
  return numbers.length > 3 ? numbers : [...numbers, 1];
};
const luminance = (color) => {
  const [red, green, blue] = channels(color).slice(0, 3).map((channel) => {
    const part = channel / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
const contrast = (one, other) => {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
};
const ground = (element) => {
  for (let at = element; at; at = at.parentElement) {
    const color = getComputedStyle(at).backgroundColor;
    if (channels(color)[3] > 0.99) return color;
  }
  return "rgb(255, 255, 255)";
};

const page = document.body.getBoundingClientRect();
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
let texts = 0;
for (let node = walker.nextNode(); node; node = walker.nextNode()) {
  const element = node.parentElement;
  if (!node.data.trim() || ["SCRIPT", "STYLE"].includes(element.tagName)) continue;
  texts += 1;
  const style = getComputedStyle(element);
  const drawn = element.ownerSVGElement;
  const points = parseFloat(style.fontSize) * (drawn ? element.getScreenCTM().a : 1) * 0.75;
  const heading = element.closest("h1, h2, .number");
  const least = document.body.className === "poster" ? (heading ? 28 : 16) : 9;
  if (points < least - 0.05) faults.push(`${points.toFixed(2)} pt: ${shown(element)}`);
  const ratio = contrast(drawn ? style.fill : style.color, drawn ? "rgb(251, 250, 247)" : ground(element));
  if (ratio < 7) faults.push(`contrast ${ratio.toFixed(2)}: ${shown(element)}`);
  const range = document.createRange();
  range.selectNodeContents(node);
  for (const box of range.getClientRects()) {
    if (box.right > page.right + 1 || box.left < page.left - 1) faults.push(`over the edge: ${shown(element)}`);
  }
}
for (const element of document.body.querySelectorAll("*")) {
  if (element.ownerSVGElement || element.tagName === "svg") continue;
  const style = getComputedStyle(element);
  const cut = style.overflow !== "visible" && style.overflow !== "";
  if (cut && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1)) {
    faults.push(`cut off: ${shown(element)}`);
  }
  if (element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1) faults.push(`too wide: ${shown(element)}`);
}
for (const card of document.querySelectorAll(".card")) {
  const edge = card.getBoundingClientRect().bottom;
  for (const inner of card.querySelectorAll("p, dd, i")) {
    if (inner.getBoundingClientRect().bottom > edge + 1) faults.push(`runs over its card: ${shown(inner)}`);
  }
}
for (const drawing of document.querySelectorAll(".map > svg")) {
  const names = [...drawing.querySelectorAll("text")].map((text) => [text, text.getBoundingClientRect()]);
  const frame = drawing.getBoundingClientRect();
  names.forEach(([text, box], position) => {
    if (box.right > frame.right || box.left < frame.left || box.bottom > frame.bottom) faults.push(`off the map: ${shown(text)}`);
    for (const [other, next] of names.slice(position + 1)) {
      const apart = box.right <= next.left || next.right <= box.left || box.bottom <= next.top + 2 || next.bottom <= box.top + 2;
      if (!apart) faults.push(`names collide: ${shown(text)} ${shown(other)}`);
    }
  });
}
const report = document.createElement("pre");
report.id = "measured";
report.textContent = `texts ${texts}\n` + [...new Set(faults)].slice(0, 40).join("\n");
document.documentElement.append(report);
