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
  const palette = [...many].sort((p, q) => q[1] - p[1] || p[0] - q[0]).slice(0, most).map(([dot]) => parts(dot));
  const place = new Map();
  for (const dot of many.keys()) {
    const [r, g, b] = parts(dot);
    let best = Infinity;
    palette.forEach(([x, y, z], at) => {
      const far = (r - x) ** 2 + (g - y) ** 2 + (b - z) ** 2;
      if (far < best) [best] = [far, place.set(dot, at)];
    });
  }
  let letters = "";
  for (const dot of dots) letters += String.fromCharCode(place.get(dot));
  return [width, height, palette.flat(), btoa(letters)];
}"""


def compact(browser: Browser, picture: bytes) -> bytes:
    """The PNG with the commonest of its colours; other dots take the nearest of them."""
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
