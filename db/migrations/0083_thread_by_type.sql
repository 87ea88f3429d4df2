-- Whether a record has a link of one type is asked of every knot drawn (is the need covered?) and of every record that may be loose.
-- With only the record in the index, each of them read all its links.
create index link_from_type on thread.link (tenant_id, from_id, type) where ended_at is null;
create index link_to_type on thread.link (tenant_id, to_id, type) where ended_at is null;
