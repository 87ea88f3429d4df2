-- Finding a citizen whose name is misspelt, or spelt without Danish letters.

create extension if not exists pg_trgm;

create function citizens.plain(name text) returns text language sql immutable parallel safe
  return translate(replace(replace(replace(lower(name), 'aa', 'å'), 'oe', 'ø'), 'ae', 'æ'), 'åøæäöüéèêáàíóúñç', 'aoaaoueeeaaiounc');
comment on function citizens.plain(text) is 'A name as it is compared: Aase, Åse and Ase are the same, so are Søren, Soeren and Soren.';
grant execute on function citizens.plain(text) to rt_app;

create function citizens.letters(word text) returns text language sql immutable parallel safe
  return (select string_agg(letter, '' order by letter) from regexp_split_to_table(word, '') letter);
comment on function citizens.letters(text) is 'The letters of a word in order: words typed with two letters swapped have the same.';
grant execute on function citizens.letters(text) to rt_app;
