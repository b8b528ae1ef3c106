-- The origin at which a launch was asked for, below which statements about it have their activities.
alter table learn_launches add column origin text not null default '';
