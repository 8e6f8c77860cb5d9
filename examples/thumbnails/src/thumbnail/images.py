"""Scaling of images."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageOps

EDGE_PIXELS = 320
JPEG_QUALITY = 85

# Pillow refuses images with more than twice as many pixels: they would not fit in the function's memory.
Image.MAX_IMAGE_PIXELS = 50_000_000


class UnreadableImageError(Exception):
    """The bytes are no image, or one that is damaged or too large."""


@dataclass(frozen=True)
class Thumbnail:
    """A JPEG with its size in pixels."""

    content: bytes
    width: int
    height: int


def make_thumbnail(source: bytes, edge: int = EDGE_PIXELS) -> Thumbnail:
    """Scale an image down so that neither edge is longer than `edge`, the right way up."""
    try:
        with Image.open(BytesIO(source)) as image:
            scaled = ImageOps.exif_transpose(image).convert("RGB")
    except (OSError, SyntaxError, Image.DecompressionBombError) as error:
        raise UnreadableImageError(str(error)) from error
    scaled.thumbnail((edge, edge))
    content = BytesIO()
    scaled.save(content, format="JPEG", quality=JPEG_QUALITY, optimize=True)
    return Thumbnail(content.getvalue(), scaled.width, scaled.height)
