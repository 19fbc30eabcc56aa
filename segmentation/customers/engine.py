"""Where the work per customer is done: Ibis expressions, run by DuckDB inside this process, on disk where memory ends."""

import tempfile
from pathlib import Path
from typing import Any

IN_RANGES = "partitioned_execution"  # reads a file many times over for one sum per order, eight times as slow here


def let_go() -> None:
    """Give back the memory that Arrow keeps for later: after a table of millions of customers that is half a gigabyte."""
    import pyarrow

    pyarrow.default_memory_pool().release_unused()


class Workshop:
    """One build's connection and its folder for normalised rows; the folder goes when nobody holds it any more."""

    def __init__(self, memory_limit: str = "1GB") -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="klantbeeld-", ignore_cleanup_errors=True)
        self.folder = Path(self._folder.name)
        self._memory_limit = memory_limit
        self._connect()

    def _connect(self) -> None:
        import ibis

        self.connection: Any = ibis.duckdb.connect()
        spill = str(self.folder / "spill")
        self.connection.raw_sql(f"SET temp_directory = '{spill}'")
        self.connection.raw_sql("SET preserve_insertion_order = false")
        self.connection.raw_sql("SET enable_progress_bar = false")
        self.connection.raw_sql(f"SET memory_limit = '{self._memory_limit}'")
        self.connection.raw_sql("SET partitioned_write_flush_threshold = 50000")  # ten times as many wait in memory otherwise, for each group
        if IN_RANGES in {name for (name,) in self.connection.raw_sql("FROM duckdb_optimizers()").fetchall()}:
            self.connection.raw_sql(f"SET disabled_optimizers = '{IN_RANGES}'")

    def renew(self) -> None:
        """A new connection, without the names given so far; what the old one kept in memory for later is given back, as `let_go` does for Arrow."""
        self.close()
        self._connect()
        let_go()

    def read(self, path: Path) -> Any:
        """A Parquet file, or a folder of them, as a table expression."""
        return self.connection.read_parquet(str(path / "*.parquet" if path.is_dir() else path))

    def name(self, expression: Any, name: str) -> Any:
        """The same rows under a name in the engine: an expression used twice is translated once."""
        return self.connection.create_view(name, expression, overwrite=True)

    def keep(self, expression: Any, name: str) -> Path:
        """Write the rows of this expression once, as Parquet."""
        path = self.folder / f"{name}.parquet"
        self.connection.to_parquet(expression, str(path), dictionary_size_limit=1_000)  # looking for repetition where there is little is half the work
        return path

    def divide(self, expression: Any, by: str, name: str) -> list[Path]:
        """Write the rows of this expression once, to a folder for each number in the column `by`; the folders in order."""
        whole = self.folder / name
        self.connection.to_parquet(expression, str(whole), dictionary_size_limit=1_000, partition_by=by)
        return sorted(whole.glob(f"{by}=*"), key=lambda folder: int(folder.name.removeprefix(f"{by}=")))

    def close(self) -> None:
        self.connection.disconnect()
