"""Reads a workbook with PyPI's openpyxl; a line for each row, cells joined by |, days as 2019-10-22."""

import datetime
import sys

import openpyxl


def said(value):
    if isinstance(value, datetime.datetime):
        return value.date().isoformat()
    return "" if value is None else str(value)


for path in sys.argv[1:]:
    for sheet in openpyxl.load_workbook(path).worksheets:
        for row in sheet.iter_rows(values_only=True):
            print(sheet.title + "|" + "|".join(said(value) for value in row))
