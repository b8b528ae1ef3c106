-- What a search of courses reads: title, and title, subtitle and summary, without case and accents. Accents go first,
-- so that what is left of a capital is a small letter in every locale.
alter table learn_courses
  add column title_key text not null generated always as
    (lower(regexp_replace(normalize(title, nfd), U&'[\0300-\036F]', '', 'g'))) stored,
  add column search_key text not null generated always as
    (lower(regexp_replace(normalize(title || ' ' || coalesce(subtitle, '') || ' ' || coalesce(summary, ''), nfd),
      U&'[\0300-\036F]', '', 'g'))) stored;
