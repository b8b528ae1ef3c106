-- Why an attempt was returned, until it is submitted again. Answers are on its paper, so that this column had no reader.
alter table learn_attempts add column return_reason text;
alter table learn_attempts drop column answers;
