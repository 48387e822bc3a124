alter table trial add column rung_losses varchar;
