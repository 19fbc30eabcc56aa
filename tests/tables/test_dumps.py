"""Dumps of databases, cards of addresses, dictionaries as Python prints them, and records of one field a line."""

import pytest

from segmentation import read_table
from segmentation.errors import ReadError
from segmentation.tables.dumps import rows_of_dump

MYSQL = r"""-- MySQL dump 10.13
DROP TABLE IF EXISTS `orders`;
CREATE TABLE `orders` (
  `id` int(11) NOT NULL AUTO_INCREMENT,
  `klant_id` int DEFAULT NULL,
  `besteldatum` date,
  `bedrag` decimal(10,3),
  `opm` varchar(200),
  PRIMARY KEY (`id`)
) ENGINE=InnoDB;
INSERT INTO `orders` VALUES (1,12,'2024-01-13',12.50,'it\'s ok; yes (x)'),(2,13,'2024-02-14',1.250,NULL);
INSERT INTO `orders` VALUES (3,12,'2024-03-15',9.95,'a, b');
CREATE TABLE `klanten` (`id` int, `naam` text);
INSERT INTO `klanten` VALUES (12,'Jansen');
"""
POSTGRES = "SET statement_timeout = 0;\nCOPY public.orders (id, klant_id, besteldatum, bedrag) FROM stdin;\n1\t12\t2024-01-13\t12.50\n2\t13\t2024-02-14\t\\N\n\\.\n"


def test_a_dump_of_mysql():
    table = read_table(MYSQL.encode(), "dump.sql")
    assert table.sheet == "orders" and table.sheets == ("orders", "klanten")
    assert table.text.to_numpy().tolist() == [
        ["1", "12", "2024-01-13", "12.50", "it's ok; yes (x)"], ["2", "13", "2024-02-14", "1.2500", ""], ["3", "12", "2024-03-15", "9.95", "a, b"],
    ]  # fmt: skip
    assert table.frame["bedrag"].tolist() == [12.5, 1.25, 9.95] and table.roles["customer"] == "klant_id"
    assert read_table(MYSQL.encode(), "dump.sql", sheet="klanten").text["naam"].tolist() == ["Jansen"]


def test_a_dump_of_postgres():
    table = read_table(POSTGRES.encode(), "dump.sql")
    assert table.text.columns.tolist() == ["id", "klant_id", "besteldatum", "bedrag"] and table.text["bedrag"].tolist() == ["12.50", ""]


def test_a_row_that_breaks_off_is_set_aside():
    table = read_table(b"INSERT INTO t (id, naam) VALUES\n(1, 'Jan'),\n(2, 'Pi", "t.sql")
    assert (table.rows, table.rows_in) == (1, 2)
    assert table.rejected[["line", "reason", "text"]].to_numpy().tolist() == [[3, "cut_off", "(2, 'Pi"]]


def test_a_dump_without_rows_is_refused():
    with pytest.raises(ReadError):
        read_table(b"-- dump\nCREATE TABLE t (id int);\n", "t.sql")


@pytest.mark.parametrize(
    "told",
    [
        "{'klant': 'K1', 'bedrag': 12.5}\n{'klant': 'K2', 'bedrag': None}\n", "[{'klant': 'K1', 'bedrag': 12.5}, {'klant': 'K2', 'bedrag': None}]",
        "klant: K1\nbedrag: 12.5\n\nklant: K2\nbedrag:\n",
    ],
)  # fmt: skip
def test_dictionaries_and_fields_by_line(told):
    table = read_table(told.encode(), "x.txt")
    assert table.text.columns.tolist() == ["klant", "bedrag"] and table.text.to_numpy().tolist() == [["K1", "12.5"], ["K2", ""]]


def test_cards():
    cards = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Jan Jansen\r\nTEL;TYPE=CELL:0612345678\r\nEND:VCARD\r\nBEGIN:VCARD\r\nFN:Els Smit\r\nEMAIL:els@test.nl\r\nEND:VCARD\r\n"
    table = read_table(cards.encode(), "adressen.vcf")
    assert table.roles["name"] == "Name" and table.text["Phone"].tolist() == ["0612345678", ""]


@pytest.mark.parametrize("text", ["a;b\n1;2\n3;4\n", "Datum: 1\nTotaal;5\n", "10:00,Jan\n11:00,Piet\n", "id,note\n1,insert into t\n2,create table\n"])
def test_other_texts_stay_as_they_were(text):
    assert len(read_table(text.encode(), "x.csv").text.columns) == 2


@pytest.mark.parametrize("text", ["create table a(\n" * 20_000, "INSERT INTO t (a\n" * 20_000, "INSERT INTO t VALUES (" + "(" * 200_000])
def test_statements_that_never_end_are_refused(text):  # looking for the end of each of them took hours
    with pytest.raises(ReadError):
        read_table(text.encode(), "x.sql")


def test_quotation_marks_of_each_kind():
    rows, broken = rows_of_dump("""INSERT INTO "t" ("a", b) VALUES (N'x''y', "p""q"), (CURRENT_DATE(), -1.5e3);""")
    assert rows == {"t": [{"a": "x'y", "b": 'p"q'}, {"a": "CURRENT_DATE()", "b": "-1.5e3"}]} and broken == []
