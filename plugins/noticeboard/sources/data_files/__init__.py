"""Data files: CSV as spreadsheets write it, read into a table of labels and figures."""

from noticeboard.sources.data_files.data_table import DataRow, DataTable
from noticeboard.sources.data_files.table_reader import read_data

__all__ = ["DataRow", "DataTable", "read_data"]
