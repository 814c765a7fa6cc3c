"""Makes the pictures of docs/: each paper, the workbook and the page as a reader sees them.

    python docs/pictures.py

Needs LibreOffice, pdftoppm and Chromium beside this project; says which is not there. The figures are those of data/.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
NEEDED = ("soffice", "pdftoppm", "chromium")
PAPERS = ("to-trinh", "bien-ban", "bang-diem", "dang-cai", "luu-y", "thong-bao/hoa-binh")
HEIGHT = 760
WINDOW = "1000,1180"


def main() -> int:
    """Export the shipped year and photograph it."""
    if lost := [name for name in NEEDED if shutil.which(name) is None]:
        print(f"not installed: {', '.join(lost)}")
        return 1
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        run("cluster", "export", "2023", "--data", ROOT / "data", "-o", folder / "d")
        for paper in PAPERS:
            picture(folder / f"d/{paper}.pdf", paper.rpartition("/")[2] if "/" not in paper else "thong-bao")
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        run("soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder, folder / "d/so-diem.xlsx")
        picture(folder / "so-diem.pdf", "so-diem", page=2)
        for scheme, file in (("light", "ket-qua"), ("dark", "ket-qua.en")):
            to = DOCS / f"{'trang-ket-qua' if scheme == 'light' else 'result-page-dark'}.png"
            photograph(folder / f"d/{file}.html", to, folder / "chromium", dark=scheme == "dark")
    return 0


def picture(pdf: Path, name: str, page: int = 1) -> None:
    """Draw one page of a PDF."""
    run("pdftoppm", "-png", "-singlefile", "-f", str(page), "-scale-to", str(HEIGHT), pdf, DOCS / name)


def photograph(page: Path, to: Path, profile: Path, *, dark: bool) -> None:
    """Draw the top of a page as Chromium shows it."""
    scheme = ["--blink-settings=preferredColorScheme=0"] if dark else []
    run(
        "chromium", "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", *scheme,
        f"--user-data-dir={profile}", f"--window-size={WINDOW}", f"--screenshot={to}", page.as_uri(),
    )  # fmt: skip


def run(*command: str | Path) -> None:
    """Run a program quietly; what it says is shown where it fails."""
    done = subprocess.run(list(map(str, command)), capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{command[0]}: {done.stderr or done.stdout}")


if __name__ == "__main__":
    sys.exit(main())
