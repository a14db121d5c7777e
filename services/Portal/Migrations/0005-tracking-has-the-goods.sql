-- The service Tracking keeps these tables now, in a database of its own, which it fills from the same logs.
drop table posting;
drop table balance;
drop table donation;
drop table donation_line;
drop table carton;
drop table carton_goods;
drop table consignment;
drop table consignment_donation;
drop table flight;
drop table booking;
drop table counted_carton;
drop table allotment;
drop table parcel;
drop table entry;
drop table entry_subject;
drop table recipient_share;

-- The portal follows no log any more.
delete from position;
delete from stall;
