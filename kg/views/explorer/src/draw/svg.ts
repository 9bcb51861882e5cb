// A picture as the text of an SVG file: vectors, styles as attributes, no script.

import { labels, LEADING, type Label } from "./labels.ts";
import { DASHES, FADE, inkOf, layersOf, ringOf } from "./paint.ts";
import { across, FOCUS, opacity, picture, widthOf, type Picture } from "./picture.ts";
import { mixed } from "./raster.ts";
import type { Scene } from "./renderer.ts";
import { corners, SHAPES } from "./shapes.ts";
import { seen } from "./text.ts";
import type { Size, View } from "./view.ts";

/** What the window shows of a scene. */
export function svgOf(scene: Scene, view: View, size: Size, chosen: ReadonlySet<number>): string {
  const drawn = picture(scene, view, size, layersOf(scene));
  const { width, height } = size;
  const words = labels(scene, drawn, chosen);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<rect width="${width}" height="${height}" fill="${scene.paper}"/>`,
    '<g stroke-linecap="butt">',
    ...edges(scene, drawn),
    "</g><g>",
    ...nodes(scene, drawn),
    `</g><g text-anchor="middle" font-family="${escaped(scene.font)}" stroke="${scene.paper}" stroke-width="3" stroke-linejoin="round" paint-order="stroke">`,
    ...words.map((label) => written(scene, label)),
    "</g></svg>",
    "",
  ].join("\n");
}

/** A text as it may stand in an element or an attribute. */
export function escaped(text: string): string {
  return seen(text)
    .replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`)
    .replace(/\p{Surrogate}/gu, "\ufffd");
}

const at = (value: number): string => String(Math.round(value * 10) / 10);

/** One path for all edges that look alike. */
function edges(scene: Scene, drawn: Picture): string[] {
  const paths = new Map<string, string[]>();
  for (let edge = 0; edge < scene.from.length; edge += 1) {
    const alpha = across(scene, drawn, edge) ? opacity(scene, drawn, edge) : 0;
    if (alpha === 0) continue;
    const [a, b] = [scene.from[edge], scene.to[edge]];
    const width = widthOf(scene, drawn, edge);
    const [dash, gap] = DASHES[scene.dashed[edge]].map((length) => length * Math.max(1, width / 2));
    const style = [
      `fill="none" stroke="${scene.palette[scene.stroke[edge]]}"`,
      `stroke-width="${at(width)}" stroke-opacity="${Math.round(alpha * 20) / 20}"`,
      ...(gap ? [`stroke-dasharray="${at(dash)} ${at(gap)}"`] : []),
    ].join(" ");
    const path = paths.get(style) ?? [];
    path.push(`M${at(drawn.x[a])} ${at(drawn.y[a])}L${at(drawn.x[b])} ${at(drawn.y[b])}`);
    paths.set(style, path);
  }
  return Array.from(paths, ([style, path]) => `<path ${style} d="${path.join("")}"/>`);
}

function nodes(scene: Scene, drawn: Picture): string[] {
  const focus = new Set(scene.focus);
  return Array.from(drawn.order)
    .filter((node) => drawn.near[node])
    .flatMap((node) => {
      const colour = scene.palette[scene.fill[node]];
      const fill = scene.faded[node] ? mixed(colour, scene.paper, FADE) : colour;
      const ring = (stroke: string, width: number) =>
        `fill="${fill}" stroke="${stroke}" stroke-width="${at(2 * width)}" paint-order="stroke"`;
      const around = focus.has(node) ? [outline(scene, drawn, node, ring(scene.accent, FOCUS), "")] : [];
      const title = `<title>${escaped(scene.label[node])}</title>`;
      return [...around, outline(scene, drawn, node, ring(scene.paper, ringOf(drawn, node)), title)];
    });
}

function outline(scene: Scene, drawn: Picture, node: number, style: string, content: string): string {
  const [x, y, radius] = [drawn.x[node], drawn.y[node], drawn.radius[node]];
  const polygon = SHAPES[scene.shape[node]];
  if (!polygon) return `<circle cx="${at(x)}" cy="${at(y)}" r="${at(radius)}" ${style}>${content}</circle>`;
  return `<polygon points="${corners(polygon, x, y, radius).map(at).join(" ")}" ${style}>${content}</polygon>`;
}

function written(scene: Scene, label: Label): string {
  const { lines, x, y, size, bold } = label;
  const rows = lines.map(
    (text, row) => `<tspan x="${at(x)}" y="${at(y + row * size * LEADING + size * 0.36)}">${escaped(text)}</tspan>`,
  );
  const weight = bold ? ' font-weight="600"' : "";
  return `<text font-size="${size}"${weight} fill="${inkOf(scene, label)}">${rows.join("")}</text>`;
}
