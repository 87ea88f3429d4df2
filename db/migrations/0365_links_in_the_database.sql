-- The links of a batch are worked out where its rows are: no row of the trail travels to a server to be sealed.

create function kernel.next_link(before text, head text, stands_and_row text) returns text
language plpgsql stable parallel safe as $$
begin
  return encode(sha256(convert_to(coalesce(before, head) || ' ' || stands_and_row, 'UTF8')), 'hex');
end $$;
comment on function kernel.next_link(text, text, text) is 'SHA-256, in hexadecimal, over the link before (at the first row of a batch: where the chain ended, head), where the link stands, and the row. As hashOf in src/kernel/server/seal.ts, which proves it.';

create aggregate kernel.chained(head text, stands_and_row text) (sfunc = kernel.next_link, stype = text);
comment on aggregate kernel.chained(text, text) is 'Link after link over the rows of a chain, as a window function in their order.';
