alter table measurement add training_loss double precision;
