//! What stands in the cells of a workbook, and where.

use chuxin::source::{
    Sources,
    grid::{Grid, Kind, Region, Sheet},
};
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};

/// The words of a sheet, row by row.
fn words<'a>(sources: &'a Sources, sheet: &Sheet) -> Vec<(usize, Vec<&'a str>)> {
    let cells =
        |row: &chuxin::source::grid::Row| row.cells.iter().map(|cell| sources.slice(cell.place)).collect();
    sheet.rows.iter().map(|row| (row.number, cells(row))).collect()
}

fn read(mut workbook: Workbook) -> (Sources, Grid) {
    let mut sources = Sources::default();
    let file = sources.add_bytes("a.xlsx", &workbook.save_to_buffer().unwrap()).unwrap();
    let grid = sources.grid(file).unwrap().clone();
    (sources, grid)
}

#[test]
fn keeps_the_words_of_every_cell_with_their_kind_and_place() {
    let mut workbook = Workbook::new();
    let day = Format::new().set_num_format("yyyy-mm-dd");
    let both = Format::new().set_num_format("yyyy-mm-dd hh:mm");
    let time = Format::new().set_num_format("hh:mm");
    let sheet = workbook.add_worksheet().set_name("岗位").unwrap();
    sheet.write(0, 0, "姓名").unwrap();
    sheet.write(0, 2, " 林晓\n秦朗 ").unwrap();
    sheet.write(2, 0, 13_800_000_001.0).unwrap();
    sheet.write(2, 1, 10.2).unwrap();
    sheet.write(2, 2, true).unwrap();
    sheet.write(2, 3, Formula::new("=1+1").set_result("2")).unwrap();
    let moment = |text: &str| ExcelDateTime::parse_from_str(text).unwrap();
    sheet.write_with_format(3, 0, moment("2018-10-23"), &day).unwrap();
    sheet.write_with_format(3, 1, moment("2018-10-23 08:00"), &both).unwrap();
    sheet.write_with_format(3, 2, moment("08:00"), &time).unwrap();
    sheet.write_with_format(3, 3, moment("2018-10-23 09:31:07"), &both).unwrap();
    // What a formula makes of a day is seldom exact.
    sheet.write_with_format(4, 0, 43_395.999_999_9, &day).unwrap();
    sheet.write_with_format(4, 1, 43_395.999_996, &both).unwrap();
    workbook.add_worksheet().set_name("空").unwrap();

    let (sources, grid) = read(workbook);
    assert_eq!(
        words(&sources, &grid.sheets[0]),
        [
            (1, vec!["姓名", "林晓\n秦朗"]),
            (3, vec!["13800000001", "10.2", "TRUE", "2"]),
            (4, vec!["2018-10-23", "2018-10-23 08:00", "08:00", "2018-10-23 09:31:07"]),
            (5, vec!["2018-10-23", "2018-10-23"]),
        ]
    );
    let kinds = |row: usize| grid.sheets[0].rows[row].cells.iter().map(|cell| cell.kind).collect::<Vec<_>>();
    assert_eq!(kinds(0), [Kind::Text, Kind::Text]);
    assert_eq!(kinds(1), [Kind::Number, Kind::Number, Kind::Truth, Kind::Number]);
    assert_eq!(kinds(2), [Kind::Date, Kind::DateTime, Kind::Time, Kind::DateTime]);
    let last = sources.spot(grid.sheets[0].rows[1].cells[3].place).unwrap();
    assert_eq!((last.sheet.name.as_str(), last.address().as_str()), ("岗位", "D3"));
    assert_eq!((grid.sheets[1].name.as_str(), grid.sheets[1].rows.len()), ("空", 0));
}

#[test]
fn knows_merged_cells_and_hidden_rows() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.merge_range(1, 0, 2, 1, "机关支部", &Format::new()).unwrap();
    sheet.write(5, 0, "看不见的").unwrap();
    sheet.set_row_hidden(5).unwrap();
    let (sources, grid) = read(workbook);
    let sheet = &grid.sheets[0];
    assert_eq!(sheet.merged, [Region { rows: (2, 3), columns: (0, 1) }]);
    assert_eq!(words(&sources, sheet), [(2, vec!["机关支部"]), (6, vec!["看不见的"])]);
    assert_eq!(sheet.rows.iter().map(|row| row.is_hidden).collect::<Vec<_>>(), [false, true]);
}

#[test]
fn reads_dates_that_count_from_1904() {
    let sample = include_bytes!("samples/1904.xlsx");
    let mut sources = Sources::default();
    let file = sources.add_bytes("a.xlsx", sample).unwrap();
    let sheet = &sources.grid(file).unwrap().sheets[0];
    assert_eq!(words(&sources, sheet), [(1, vec!["2018-10-23", "2018-10-23 08:30"])]);
}

#[test]
fn reads_what_office_programs_save() {
    for sample in [&include_bytes!("samples/office.ods")[..], include_bytes!("samples/office.xls")] {
        let mut sources = Sources::default();
        let file = sources.add_bytes("a", sample).unwrap();
        let sheet = &sources.grid(file).unwrap().sheets[0];
        let expected = [
            (1, vec!["姓名", "日期", "提交时间", "电话"]),
            (3, vec!["林晓", "2018-10-23", "2018-10-20 08:30", "13800000001"]),
        ];
        assert_eq!((sheet.name.as_str(), words(&sources, sheet)), ("大使", expected.into()));
        assert_eq!(sheet.rows[1].cells[1].kind, Kind::Date);
    }
}
