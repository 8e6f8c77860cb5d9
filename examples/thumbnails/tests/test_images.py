from io import BytesIO

import pytest
from PIL import Image

from images import UnreadableImageError, make_thumbnail


def encoded(width: int, height: int, *, mode: str = "RGB", orientation: int = 1) -> bytes:
    image = Image.new(mode, (width, height))
    exif = image.getexif()
    exif[0x0112] = orientation
    content = BytesIO()
    image.save(content, format="PNG", exif=exif)
    return content.getvalue()


@pytest.mark.parametrize(
    ("width", "height", "expected"),
    [(1600, 800, (320, 160)), (600, 1200, (160, 320)), (100, 50, (100, 50))],
)
def test_neither_edge_is_longer_than_asked(width: int, height: int, expected: tuple[int, int]) -> None:
    thumbnail = make_thumbnail(encoded(width, height))
    with Image.open(BytesIO(thumbnail.content)) as image:
        assert image.format == "JPEG"
        assert image.size == (thumbnail.width, thumbnail.height) == expected


def test_photo_taken_sideways_is_turned() -> None:
    thumbnail = make_thumbnail(encoded(640, 320, orientation=6))
    assert (thumbnail.width, thumbnail.height) == (160, 320)


@pytest.mark.parametrize("mode", ["RGBA", "P", "L"])
def test_other_colour_modes(mode: str) -> None:
    assert make_thumbnail(encoded(10, 10, mode=mode)).width == 10


@pytest.mark.parametrize("source", [b"", b"%PDF-1.7", encoded(640, 480)[:60]])
def test_what_is_no_image_or_damaged(source: bytes) -> None:
    with pytest.raises(UnreadableImageError):
        make_thumbnail(source)


def test_too_many_pixels(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", 100)
    with pytest.raises(UnreadableImageError):
        make_thumbnail(encoded(100, 100))
