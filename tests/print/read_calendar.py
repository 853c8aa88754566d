"""Reads calendars with PyPI's icalendar; a line for each entry: file, UID, SEQUENCE, status, start and end in three
time zones, summary. Fails on whatever that library finds wrong, and on lines that are not folded as they should be."""

import datetime
import sys
import zoneinfo

import icalendar

ZONES = [zoneinfo.ZoneInfo(name) for name in ("Asia/Shanghai", "America/New_York", "UTC")]


def said(moment):
    if not isinstance(moment, datetime.datetime):
        return moment.isoformat()
    return " ".join(moment.astimezone(zone).strftime("%Y-%m-%dT%H:%M") for zone in ZONES)


for path in sys.argv[1:]:
    with open(path, "rb") as file:
        octets = file.read()
    for line in octets.split(b"\r\n"):
        assert len(line) <= 75 and line.decode("utf-8") is not None, (path, line)
        assert (len(line) - len(line.rstrip(b"\\"))) % 2 == 0, (path, line)
    calendar = icalendar.Calendar.from_ical(octets)
    assert calendar["VERSION"] == "2.0" and calendar["PRODID"], path
    for event in calendar.walk("VEVENT"):
        assert not event.errors, (path, event.errors)
        stamp = event.decoded("DTSTAMP")
        assert stamp.tzinfo is not None, path
        fields = [path, event["UID"], event["SEQUENCE"], event["STATUS"]]
        fields += [said(event.decoded("DTSTART")), said(event.decoded("DTEND")), event["SUMMARY"]]
        print("|".join(str(field) for field in fields))
