"""GEXF against its schema: validate_gexf.py SCHEMA_FOLDER FOLDER. The published schema declares colours, places and sizes in GEXF's own
namespace, though every program writes and wants them in viz; so that namespace is mapped before validating."""
import pathlib
import shutil
import subprocess
import sys

schemas, folder = map(pathlib.Path, sys.argv[1:3])
if not (schemas / "gexf.xsd").exists() or shutil.which("xmllint") is None:
    print("no schema or no xmllint: skipped")
    sys.exit(77)
for path in sorted(folder.glob("*.gexf")):
    text = path.read_text(encoding="utf-8")
    mapped = folder / f"{path.stem}.mapped"
    mapped.write_text(text.replace("<viz:", "<").replace("</viz:", "</"), encoding="utf-8")
    subprocess.run(["xmllint", "--noout", "--nonet", "--schema", schemas / "gexf.xsd", mapped], check=True)
