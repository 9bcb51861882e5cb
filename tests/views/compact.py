"""A picture with no more than 256 colours: a screenshot becomes a third as large, and nobody sees the difference."""

from __future__ import annotations

import base64
import struct
import zlib

from playwright.sync_api import Browser

_MOST = 256
_SORTED = """async ([picture, most]) => {
  const bytes = Uint8Array.from(atob(picture), (letter) => letter.charCodeAt(0));
  const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
  const { width, height } = image;
  const brush = new OffscreenCanvas(width, height).getContext("2d");
  brush.drawImage(image, 0, 0);
  const dots = new Uint32Array(brush.getImageData(0, 0, width, height).data.buffer);
  const many = new Map();
  for (const dot of dots) many.set(dot, (many.get(dot) ?? 0) + 1);
  const parts = (dot) => [dot & 255, (dot >> 8) & 255, (dot >> 16) & 255];
  const ordered = [...many].sort((p, q) => q[1] - p[1] || p[0] - q[0]).map(([dot]) => [dot, parts(dot)]);
  const palette = [];
  const place = new Map();
  const far = new Map(ordered.map(([dot]) => [dot, Infinity]));
  const take = (colour) => {
    palette.push(colour);
    for (const [dot, own] of ordered) {
      const away = own.reduce((sum, part, at) => sum + (part - colour[at]) ** 2, 0);
      if (away < far.get(dot)) [far.set(dot, away), place.set(dot, palette.length - 1)];
    }
  };
  for (const [, colour] of ordered.slice(0, most / 2)) take(colour);
  while (palette.length < Math.min(most, ordered.length)) {
    take(ordered.reduce((p, q) => (far.get(q[0]) > far.get(p[0]) ? q : p))[1]);
  }
  let letters = "";
  for (const dot of dots) letters += String.fromCharCode(place.get(dot));
  return [width, height, palette.flat(), btoa(letters)];
}"""


def compact(browser: Browser, picture: bytes) -> bytes:
    """The PNG with the commonest of its colours and those least like them; other dots take the nearest."""
    page = browser.new_page()
    width, height, palette, dots = page.evaluate(_SORTED, [base64.b64encode(picture).decode(), _MOST])
    page.close()
    rows = base64.b64decode(dots)
    lines = b"".join(b"\0" + rows[at : at + width] for at in range(0, width * height, width))
    head = struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)
    parts = [(b"IHDR", head), (b"PLTE", bytes(palette)), (b"IDAT", zlib.compress(lines, 9)), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*part) for part in parts)


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
