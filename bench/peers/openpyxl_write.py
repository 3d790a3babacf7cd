# Writes workbooks from a list of cells, their texts and fonts, as openpyxl does it.
import json
import os
import sys

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side

FONT = Font(name="宋体", size=10)
SIDE = Side(style="thin")
BORDER = Border(left=SIDE, right=SIDE, top=SIDE, bottom=SIDE)
ALIGNMENT = Alignment(vertical="center", wrap_text=True)

os.makedirs(sys.argv[2], exist_ok=True)
for book in json.load(open(sys.argv[1], encoding="utf8")):
    workbook = Workbook()
    workbook.remove(workbook.active)
    for sheet in book["sheets"]:
        page = workbook.create_sheet(sheet["title"])
        for cell in sheet["cells"]:
            value = cell["value"]
            made = page.cell(cell["row"], cell["column"], value if isinstance(value, (str, int, float)) else None)
            made.font, made.border, made.alignment = FONT, BORDER, ALIGNMENT
    workbook.save(os.path.join(sys.argv[2], book["name"]))
