"""Which connection do migrations run on? Always the one the store hands over."""

from alembic import context

from segmentation.store.schema import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
with context.begin_transaction():
    context.run_migrations()
