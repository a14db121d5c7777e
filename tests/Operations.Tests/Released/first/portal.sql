BEGIN TRANSACTION;
CREATE TABLE allotment (
    carton  text not null primary key,
    parcel  text not null -- blank while it is only reserved
);
INSERT INTO "allotment" VALUES('395212340000000014','P-13-2020-0001');
INSERT INTO "allotment" VALUES('395212340000000021','P-13-2020-0001');
INSERT INTO "allotment" VALUES('395212340000000038','P-27-2020-0001');
CREATE TABLE balance (
    kind      text    not null,
    code      text    not null,
    donation  text    not null,
    line      integer not null,
    lot       text    not null,
    account   text    not null,
    holder    text    not null,
    product   text    not null,
    pieces    integer not null,
    primary key (kind, code, donation, line, lot, account, holder)
);
INSERT INTO "balance" VALUES('donation','D-2020-0001','D-2020-0001',1,'','pledged','','mask',60);
INSERT INTO "balance" VALUES('donation','D-2020-0001','D-2020-0001',1,'M1','packed','','mask',0);
INSERT INTO "balance" VALUES('consignment','999-20051113','D-2020-0001',1,'M1','packed','','mask',0);
INSERT INTO "balance" VALUES('donation','D-2020-0001','D-2020-0001',1,'M1','in-air','','mask',0);
INSERT INTO "balance" VALUES('consignment','999-20051113','D-2020-0001',1,'M1','in-air','','mask',0);
INSERT INTO "balance" VALUES('donation','D-2020-0001','D-2020-0001',1,'M1','at-airport','','mask',0);
INSERT INTO "balance" VALUES('consignment','999-20051113','D-2020-0001',1,'M1','at-airport','','mask',0);
INSERT INTO "balance" VALUES('donation','D-2020-0001','D-2020-0001',1,'M1','missing','','mask',60);
INSERT INTO "balance" VALUES('consignment','999-20051113','D-2020-0001',1,'M1','missing','','mask',60);
INSERT INTO "balance" VALUES('donation','D-2020-0001','D-2020-0001',1,'M1','hub','','mask',0);
INSERT INTO "balance" VALUES('consignment','999-20051113','D-2020-0001',1,'M1','hub','','mask',180);
INSERT INTO "balance" VALUES('donation','D-2020-0001','D-2020-0001',1,'M1','reserved','13','mask',0);
INSERT INTO "balance" VALUES('donation','D-2020-0001','D-2020-0001',1,'M1','reserved','27','mask',0);
INSERT INTO "balance" VALUES('donation','D-2020-0001','D-2020-0001',1,'M1','in-delivery','13','mask',0);
INSERT INTO "balance" VALUES('parcel','P-13-2020-0001','D-2020-0001',1,'M1','in-delivery','13','mask',0);
INSERT INTO "balance" VALUES('donation','D-2020-0001','D-2020-0001',1,'M1','in-delivery','27','mask',60);
INSERT INTO "balance" VALUES('parcel','P-27-2020-0001','D-2020-0001',1,'M1','in-delivery','27','mask',60);
INSERT INTO "balance" VALUES('donation','D-2020-0001','D-2020-0001',1,'M1','association','13','mask',50);
INSERT INTO "balance" VALUES('donation','D-2020-0001','D-2020-0001',1,'M1','damaged','13','mask',10);
INSERT INTO "balance" VALUES('parcel','P-13-2020-0001','D-2020-0001',1,'M1','association','13','mask',110);
INSERT INTO "balance" VALUES('parcel','P-13-2020-0001','D-2020-0001',1,'M1','damaged','13','mask',10);
INSERT INTO "balance" VALUES('donation','D-2020-0001','D-2020-0001',1,'M1','institution','1312345678','mask',60);
CREATE TABLE booking (
    carton       text    not null primary key,
    air_waybill  text    not null,
    flight       text    not null,
    counted      integer not null, -- by a confirmed count
    account      text    not null  -- blank while the carton is where its flight is
);
INSERT INTO "booking" VALUES('395212340000000014','999-20051113','CA1051',1,'hub');
INSERT INTO "booking" VALUES('395212340000000021','999-20051113','CA1051',1,'hub');
INSERT INTO "booking" VALUES('395212340000000038','999-20051113','CA1051',1,'hub');
INSERT INTO "booking" VALUES('395212340000000045','999-20051113','CA1051',1,'missing');
CREATE TABLE carton (
    id           text    not null primary key,
    donation     text    not null,
    sender_code  text    not null, -- blank where there is none
    state        text    not null  -- packed, released, cancelled
);
INSERT INTO "carton" VALUES('395212340000000014','D-2020-0001','C0001','released');
INSERT INTO "carton" VALUES('395212340000000021','D-2020-0001','C0002','released');
INSERT INTO "carton" VALUES('395212340000000038','D-2020-0001','C0003','released');
INSERT INTO "carton" VALUES('395212340000000045','D-2020-0001','C0004','released');
CREATE TABLE carton_goods (
    carton    text    not null,
    donation  text    not null,
    line      integer not null,
    product   text    not null,
    size      text    not null, -- blank where there is none
    lot       text    not null,
    pieces    integer not null,
    primary key (carton, donation, line, size, lot)
);
INSERT INTO "carton_goods" VALUES('395212340000000014','D-2020-0001',1,'mask','','M1',60);
INSERT INTO "carton_goods" VALUES('395212340000000021','D-2020-0001',1,'mask','','M1',60);
INSERT INTO "carton_goods" VALUES('395212340000000038','D-2020-0001',1,'mask','','M1',60);
INSERT INTO "carton_goods" VALUES('395212340000000045','D-2020-0001',1,'mask','','M1',60);
CREATE TABLE command (
    caller       text    not null,
    id           text    not null,
    fingerprint  blob    not null,
    status       integer not null,
    answer       text    not null,
    seq          integer not null,
    recorded_at  text    not null,
    primary key (caller, id)
);
CREATE TABLE consignment (
    air_waybill  text    not null primary key,
    cartons      integer not null,
    pieces       integer not null,
    delivered    integer not null
);
INSERT INTO "consignment" VALUES('999-20051113',4,240,1);
CREATE TABLE consignment_donation (
    donation     text not null,
    air_waybill  text not null,
    primary key (donation, air_waybill)
);
INSERT INTO "consignment_donation" VALUES('D-2020-0001','999-20051113');
CREATE TABLE counted_carton (
    carton       text    not null primary key, -- counted again before its count was confirmed: the later one holds
    air_waybill  text    not null,
    session      integer not null,
    condition    text    not null,
    seq          integer not null
);
INSERT INTO "counted_carton" VALUES('395212340000000014','999-20051113',1,'good',11);
INSERT INTO "counted_carton" VALUES('395212340000000021','999-20051113',1,'good',11);
INSERT INTO "counted_carton" VALUES('395212340000000038','999-20051113',1,'good',11);
INSERT INTO "counted_carton" VALUES('395212340000000045','999-20051113',1,'missing',12);
CREATE TABLE donation (
    number      text    not null primary key,
    donor       text    not null,
    pledged_on  text    not null,
    state       text    not null, -- open, cancelled, closed
    released    integer not null
);
INSERT INTO "donation" VALUES('D-2020-0001','Foundation','2020-05-08','open',1);
CREATE TABLE donation_line (
    donation  text    not null,
    line      integer not null,
    product   text    not null,
    pieces    integer not null,
    primary key (donation, line)
);
INSERT INTO "donation_line" VALUES('D-2020-0001',1,'mask',300);
CREATE TABLE entry (
    source       text    not null,
    seq          integer not null,
    type         text    not null,
    at           text    not null,
    recorded_at  text    not null,
    document     text,
    facts        text    not null, -- JSON
    primary key (source, seq)
);
INSERT INTO "entry" VALUES('intake',1,'donation-registered','2026-11-22T12:26:37.4825343+00:00','2026-11-22T12:26:37.4825343+00:00',NULL,'{"pledgedOn":"2020-05-08"}');
INSERT INTO "entry" VALUES('intake',2,'packing-list-attached','2026-11-22T12:26:37.7064444+00:00','2026-11-22T12:26:37.7064444+00:00',NULL,'{"cartons":4}');
INSERT INTO "entry" VALUES('intake',3,'cartons-packed','2026-11-22T12:26:37.7064444+00:00','2026-11-22T12:26:37.7064444+00:00',NULL,'{}');
INSERT INTO "entry" VALUES('intake',4,'donation-released','2026-11-22T12:26:37.8165197+00:00','2026-11-22T12:26:37.8165197+00:00',NULL,'{"cartons":4}');
INSERT INTO "entry" VALUES('shipment',3,'consignment-booked','2026-11-22T12:26:38.2100686+00:00','2026-11-22T12:26:38.2100686+00:00',NULL,'{"airWaybill":"999-20051113","cartons":4,"flights":"CA1051"}');
INSERT INTO "entry" VALUES('shipment',4,'cartons-booked','2026-11-22T12:26:38.2100686+00:00','2026-11-22T12:26:38.2100686+00:00',NULL,'{"airWaybill":"999-20051113","flight":"CA1051"}');
INSERT INTO "entry" VALUES('shipment',5,'milestone-recorded','2020-05-11T20:10:00.0000000+08:00','2026-11-22T12:26:38.2905832+00:00',NULL,'{"flight":"CA1051","milestone":1,"code":"RCS","place":"PVG"}');
INSERT INTO "entry" VALUES('shipment',6,'milestone-recorded','2020-05-11T23:40:00.0000000+08:00','2026-11-22T12:26:38.3398600+00:00',NULL,'{"flight":"CA1051","milestone":2,"code":"DEP","place":"PVG"}');
INSERT INTO "entry" VALUES('shipment',7,'milestone-recorded','2020-05-12T02:35:00.0000000+09:00','2026-11-22T12:26:38.3557819+00:00',NULL,'{"flight":"CA1051","milestone":3,"code":"ARR","place":"NRT"}');
INSERT INTO "entry" VALUES('shipment',8,'customs-entered','2020-05-12T09:00:00.0000000+09:00','2026-11-22T12:26:38.3661297+00:00','11020051201','{}');
INSERT INTO "entry" VALUES('shipment',9,'customs-released','2020-05-12T16:30:00.0000000+09:00','2026-11-22T12:26:38.3844673+00:00','P-1','{}');
INSERT INTO "entry" VALUES('shipment',10,'count-opened','2026-11-22T12:26:38.4049333+00:00','2026-11-22T12:26:38.4049333+00:00',NULL,'{"session":1}');
INSERT INTO "entry" VALUES('shipment',11,'cartons-counted','2026-11-22T12:26:38.4304504+00:00','2026-11-22T12:26:38.4304504+00:00','GRN-2026-0001','{"session":1,"condition":"good"}');
INSERT INTO "entry" VALUES('shipment',12,'cartons-counted','2026-11-22T12:26:38.4787686+00:00','2026-11-22T12:26:38.4787686+00:00','GRN-2026-0001','{"session":1,"condition":"missing"}');
INSERT INTO "entry" VALUES('shipment',13,'count-confirmed','2026-11-22T12:26:38.5010994+00:00','2026-11-22T12:26:38.5010994+00:00','GRN-2026-0001','{"session":1,"final":true,"cartons":3,"damaged":0,"missing":60}');
INSERT INTO "entry" VALUES('shipment',14,'consignment-delivered','2020-05-13T14:00:00.0000000+09:00','2026-11-22T12:26:38.5762274+00:00',NULL,'{"hub":"Tokyo","cartons":3}');
INSERT INTO "entry" VALUES('shipment',15,'cartons-delivered','2020-05-13T14:00:00.0000000+09:00','2026-11-22T12:26:38.5762274+00:00',NULL,'{}');
INSERT INTO "entry" VALUES('distribution',5,'cartons-reserved','2026-11-22T12:26:39.1400392+00:00','2026-11-22T12:26:39.1400392+00:00','A-2020-0001','{}');
INSERT INTO "entry" VALUES('distribution',6,'cartons-reserved','2026-11-22T12:26:39.1400392+00:00','2026-11-22T12:26:39.1400392+00:00','A-2020-0001','{}');
INSERT INTO "entry" VALUES('distribution',7,'parcel-dispatched','2020-05-14T10:00:00.0000000+09:00','2026-11-22T12:26:39.1898941+00:00',NULL,'{"cartons":2,"carrier":"Yamato","expectedOn":"2020-05-16"}');
INSERT INTO "entry" VALUES('distribution',9,'parcel-dispatched','2020-05-14T10:00:00.0000000+09:00','2026-11-22T12:26:39.1898941+00:00',NULL,'{"cartons":1,"carrier":"Yamato","expectedOn":"2020-05-16"}');
INSERT INTO "entry" VALUES('distribution',11,'receipt-confirmed','2020-05-15T10:00:00.0000000+09:00','2026-11-22T12:26:39.3292638+00:00','R-2020-0001','{"good":110,"damaged":10,"missing":0,"unfit":0}');
INSERT INTO "entry" VALUES('distribution',12,'handed-over','2020-05-22T10:00:00.0000000+09:00','2026-11-22T12:26:39.4322908+00:00','H-2020-0001','{"member":true}');
CREATE TABLE entry_subject (
    kind    text    not null, -- donation, consignment, flight, carton, parcel
    code    text    not null,
    source  text    not null,
    seq     integer not null,
    pieces  integer,
    primary key (kind, code, source, seq)
);
INSERT INTO "entry_subject" VALUES('donation','D-2020-0001','intake',1,300);
INSERT INTO "entry_subject" VALUES('donation','D-2020-0001','intake',2,240);
INSERT INTO "entry_subject" VALUES('carton','395212340000000014','intake',3,60);
INSERT INTO "entry_subject" VALUES('carton','395212340000000021','intake',3,60);
INSERT INTO "entry_subject" VALUES('carton','395212340000000038','intake',3,60);
INSERT INTO "entry_subject" VALUES('carton','395212340000000045','intake',3,60);
INSERT INTO "entry_subject" VALUES('donation','D-2020-0001','intake',4,240);
INSERT INTO "entry_subject" VALUES('consignment','999-20051113','shipment',3,240);
INSERT INTO "entry_subject" VALUES('carton','395212340000000014','shipment',4,60);
INSERT INTO "entry_subject" VALUES('carton','395212340000000021','shipment',4,60);
INSERT INTO "entry_subject" VALUES('carton','395212340000000038','shipment',4,60);
INSERT INTO "entry_subject" VALUES('carton','395212340000000045','shipment',4,60);
INSERT INTO "entry_subject" VALUES('consignment','999-20051113','shipment',5,NULL);
INSERT INTO "entry_subject" VALUES('flight','999-20051113/CA1051','shipment',5,NULL);
INSERT INTO "entry_subject" VALUES('consignment','999-20051113','shipment',6,NULL);
INSERT INTO "entry_subject" VALUES('flight','999-20051113/CA1051','shipment',6,NULL);
INSERT INTO "entry_subject" VALUES('consignment','999-20051113','shipment',7,NULL);
INSERT INTO "entry_subject" VALUES('flight','999-20051113/CA1051','shipment',7,NULL);
INSERT INTO "entry_subject" VALUES('consignment','999-20051113','shipment',8,NULL);
INSERT INTO "entry_subject" VALUES('consignment','999-20051113','shipment',9,NULL);
INSERT INTO "entry_subject" VALUES('consignment','999-20051113','shipment',10,NULL);
INSERT INTO "entry_subject" VALUES('carton','395212340000000014','shipment',11,NULL);
INSERT INTO "entry_subject" VALUES('carton','395212340000000021','shipment',11,NULL);
INSERT INTO "entry_subject" VALUES('carton','395212340000000038','shipment',11,NULL);
INSERT INTO "entry_subject" VALUES('carton','395212340000000045','shipment',12,NULL);
INSERT INTO "entry_subject" VALUES('consignment','999-20051113','shipment',13,180);
INSERT INTO "entry_subject" VALUES('consignment','999-20051113','shipment',14,180);
INSERT INTO "entry_subject" VALUES('carton','395212340000000014','shipment',15,60);
INSERT INTO "entry_subject" VALUES('carton','395212340000000021','shipment',15,60);
INSERT INTO "entry_subject" VALUES('carton','395212340000000038','shipment',15,60);
INSERT INTO "entry_subject" VALUES('carton','395212340000000014','distribution',5,NULL);
INSERT INTO "entry_subject" VALUES('carton','395212340000000021','distribution',5,NULL);
INSERT INTO "entry_subject" VALUES('carton','395212340000000038','distribution',6,NULL);
INSERT INTO "entry_subject" VALUES('parcel','P-13-2020-0001','distribution',7,120);
INSERT INTO "entry_subject" VALUES('donation','D-2020-0001','distribution',7,120);
INSERT INTO "entry_subject" VALUES('parcel','P-27-2020-0001','distribution',9,60);
INSERT INTO "entry_subject" VALUES('donation','D-2020-0001','distribution',9,60);
INSERT INTO "entry_subject" VALUES('parcel','P-13-2020-0001','distribution',11,120);
INSERT INTO "entry_subject" VALUES('donation','D-2020-0001','distribution',11,120);
INSERT INTO "entry_subject" VALUES('donation','D-2020-0001','distribution',12,60);
CREATE TABLE event (
    seq          integer not null primary key,
    stream       text    not null,
    version      integer not null,
    type         text    not null,
    body         blob    not null,
    command_id   text    not null,
    recorded_at  text    not null,
    hash         blob    not null
);
CREATE TABLE flight (
    air_waybill  text not null,
    number       text not null,
    origin       text not null,
    destination  text not null,
    departs_at   text not null,
    arrives_at   text not null,
    account      text not null, -- where its cartons are, by its milestones
    primary key (air_waybill, number)
);
INSERT INTO "flight" VALUES('999-20051113','CA1051','PVG','NRT','2020-05-11T23:40:00.0000000+08:00','2020-05-12T02:40:00.0000000+09:00','at-airport');
CREATE TABLE log_head (
    seq   integer not null,
    hash  blob    not null
);
INSERT INTO "log_head" VALUES(0,X'0000000000000000000000000000000000000000000000000000000000000000');
CREATE TABLE migration (name text not null primary key, applied_at text not null);
INSERT INTO "migration" VALUES('Logistics.EventLog.Migrations.0001-log.sql','2026-11-22T12:26:32.3197653+00:00');
INSERT INTO "migration" VALUES('Logistics.Portal.Migrations.0001-tracking.sql','2026-11-22T12:26:32.3230221+00:00');
CREATE TABLE parcel (
    number         text    not null primary key,
    recipient      text    not null,
    carrier        text    not null,
    dispatched_at  text    not null,
    expected_on    text    not null,
    cartons        integer not null,
    pieces         integer not null
);
INSERT INTO "parcel" VALUES('P-13-2020-0001','13','Yamato','2020-05-14T10:00:00.0000000+09:00','2020-05-16',2,120);
INSERT INTO "parcel" VALUES('P-27-2020-0001','27','Yamato','2020-05-14T10:00:00.0000000+09:00','2020-05-16',1,60);
CREATE TABLE position (
    source  text    not null primary key,
    seq     integer not null,
    hash    blob    not null
);
INSERT INTO "position" VALUES('intake',4,X'161AA518EFDAF21D776A2E712E2336EB66B44E5CBF3F5E05FF77B7B892CC2DD5');
INSERT INTO "position" VALUES('shipment',15,X'EFBB51AFB9F51DED44B7D9B9C3153A5C48CA1BEFE74E8E039934C9C4D269DC7B');
INSERT INTO "position" VALUES('distribution',12,X'9A338D2983E26288DDC12A6BBFB11A4917F659CFE35F6CD89D525C69A57E4C0C');
CREATE TABLE posting (
    kind      text    not null, -- donation, consignment, parcel
    code      text    not null,
    donation  text    not null,
    line      integer not null,
    lot       text    not null, -- blank in the account «pledged», which knows no lots
    account   text    not null, -- its name
    holder    text    not null, -- blank where nobody holds it
    source    text    not null,
    seq       integer not null,
    at        text    not null,
    pieces    integer not null,
    primary key (kind, code, donation, line, lot, account, holder, source, seq)
);
INSERT INTO "posting" VALUES('donation','D-2020-0001','D-2020-0001',1,'','pledged','','intake',1,'2026-11-22T12:26:37.4825343+00:00',300);
INSERT INTO "posting" VALUES('donation','D-2020-0001','D-2020-0001',1,'','pledged','','intake',3,'2026-11-22T12:26:37.7064444+00:00',-240);
INSERT INTO "posting" VALUES('donation','D-2020-0001','D-2020-0001',1,'M1','packed','','intake',3,'2026-11-22T12:26:37.7064444+00:00',240);
INSERT INTO "posting" VALUES('consignment','999-20051113','D-2020-0001',1,'M1','packed','','shipment',4,'2026-11-22T12:26:38.2100686+00:00',240);
INSERT INTO "posting" VALUES('donation','D-2020-0001','D-2020-0001',1,'M1','packed','','shipment',6,'2020-05-11T23:40:00.0000000+08:00',-240);
INSERT INTO "posting" VALUES('donation','D-2020-0001','D-2020-0001',1,'M1','in-air','','shipment',6,'2020-05-11T23:40:00.0000000+08:00',240);
INSERT INTO "posting" VALUES('consignment','999-20051113','D-2020-0001',1,'M1','packed','','shipment',6,'2020-05-11T23:40:00.0000000+08:00',-240);
INSERT INTO "posting" VALUES('consignment','999-20051113','D-2020-0001',1,'M1','in-air','','shipment',6,'2020-05-11T23:40:00.0000000+08:00',240);
INSERT INTO "posting" VALUES('donation','D-2020-0001','D-2020-0001',1,'M1','in-air','','shipment',7,'2020-05-12T02:35:00.0000000+09:00',-240);
INSERT INTO "posting" VALUES('donation','D-2020-0001','D-2020-0001',1,'M1','at-airport','','shipment',7,'2020-05-12T02:35:00.0000000+09:00',240);
INSERT INTO "posting" VALUES('consignment','999-20051113','D-2020-0001',1,'M1','in-air','','shipment',7,'2020-05-12T02:35:00.0000000+09:00',-240);
INSERT INTO "posting" VALUES('consignment','999-20051113','D-2020-0001',1,'M1','at-airport','','shipment',7,'2020-05-12T02:35:00.0000000+09:00',240);
INSERT INTO "posting" VALUES('donation','D-2020-0001','D-2020-0001',1,'M1','at-airport','','shipment',13,'2026-11-22T12:26:38.5010994+00:00',-60);
INSERT INTO "posting" VALUES('donation','D-2020-0001','D-2020-0001',1,'M1','missing','','shipment',13,'2026-11-22T12:26:38.5010994+00:00',60);
INSERT INTO "posting" VALUES('consignment','999-20051113','D-2020-0001',1,'M1','at-airport','','shipment',13,'2026-11-22T12:26:38.5010994+00:00',-60);
INSERT INTO "posting" VALUES('consignment','999-20051113','D-2020-0001',1,'M1','missing','','shipment',13,'2026-11-22T12:26:38.5010994+00:00',60);
INSERT INTO "posting" VALUES('donation','D-2020-0001','D-2020-0001',1,'M1','at-airport','','shipment',15,'2020-05-13T14:00:00.0000000+09:00',-180);
INSERT INTO "posting" VALUES('donation','D-2020-0001','D-2020-0001',1,'M1','hub','','shipment',15,'2020-05-13T14:00:00.0000000+09:00',180);
INSERT INTO "posting" VALUES('consignment','999-20051113','D-2020-0001',1,'M1','at-airport','','shipment',15,'2020-05-13T14:00:00.0000000+09:00',-180);
INSERT INTO "posting" VALUES('consignment','999-20051113','D-2020-0001',1,'M1','hub','','shipment',15,'2020-05-13T14:00:00.0000000+09:00',180);
INSERT INTO "posting" VALUES('donation','D-2020-0001','D-2020-0001',1,'M1','hub','','distribution',5,'2026-11-22T12:26:39.1400392+00:00',-120);
INSERT INTO "posting" VALUES('donation','D-2020-0001','D-2020-0001',1,'M1','reserved','13','distribution',5,'2026-11-22T12:26:39.1400392+00:00',120);
INSERT INTO "posting" VALUES('donation','D-2020-0001','D-2020-0001',1,'M1','hub','','distribution',6,'2026-11-22T12:26:39.1400392+00:00',-60);
INSERT INTO "posting" VALUES('donation','D-2020-0001','D-2020-0001',1,'M1','reserved','27','distribution',6,'2026-11-22T12:26:39.1400392+00:00',60);
INSERT INTO "posting" VALUES('donation','D-2020-0001','D-2020-0001',1,'M1','reserved','13','distribution',7,'2020-05-14T10:00:00.0000000+09:00',-120);
INSERT INTO "posting" VALUES('donation','D-2020-0001','D-2020-0001',1,'M1','in-delivery','13','distribution',7,'2020-05-14T10:00:00.0000000+09:00',120);
INSERT INTO "posting" VALUES('parcel','P-13-2020-0001','D-2020-0001',1,'M1','in-delivery','13','distribution',7,'2020-05-14T10:00:00.0000000+09:00',120);
INSERT INTO "posting" VALUES('donation','D-2020-0001','D-2020-0001',1,'M1','reserved','27','distribution',9,'2020-05-14T10:00:00.0000000+09:00',-60);
INSERT INTO "posting" VALUES('donation','D-2020-0001','D-2020-0001',1,'M1','in-delivery','27','distribution',9,'2020-05-14T10:00:00.0000000+09:00',60);
INSERT INTO "posting" VALUES('parcel','P-27-2020-0001','D-2020-0001',1,'M1','in-delivery','27','distribution',9,'2020-05-14T10:00:00.0000000+09:00',60);
INSERT INTO "posting" VALUES('donation','D-2020-0001','D-2020-0001',1,'M1','in-delivery','13','distribution',11,'2020-05-15T10:00:00.0000000+09:00',-120);
INSERT INTO "posting" VALUES('donation','D-2020-0001','D-2020-0001',1,'M1','association','13','distribution',11,'2020-05-15T10:00:00.0000000+09:00',110);
INSERT INTO "posting" VALUES('donation','D-2020-0001','D-2020-0001',1,'M1','damaged','13','distribution',11,'2020-05-15T10:00:00.0000000+09:00',10);
INSERT INTO "posting" VALUES('parcel','P-13-2020-0001','D-2020-0001',1,'M1','in-delivery','13','distribution',11,'2020-05-15T10:00:00.0000000+09:00',-120);
INSERT INTO "posting" VALUES('parcel','P-13-2020-0001','D-2020-0001',1,'M1','association','13','distribution',11,'2020-05-15T10:00:00.0000000+09:00',110);
INSERT INTO "posting" VALUES('parcel','P-13-2020-0001','D-2020-0001',1,'M1','damaged','13','distribution',11,'2020-05-15T10:00:00.0000000+09:00',10);
INSERT INTO "posting" VALUES('donation','D-2020-0001','D-2020-0001',1,'M1','association','13','distribution',12,'2020-05-22T10:00:00.0000000+09:00',-60);
INSERT INTO "posting" VALUES('donation','D-2020-0001','D-2020-0001',1,'M1','institution','1312345678','distribution',12,'2020-05-22T10:00:00.0000000+09:00',60);
CREATE TABLE stall (
    source    text    not null primary key,
    seq       integer not null,
    type      text    not null,
    body      text    not null,
    error     text    not null,
    attempts  integer not null,
    since     text    not null
);
CREATE UNIQUE INDEX event_stream on event (stream, version);
CREATE INDEX carton_of_donation on carton (donation, state);
CREATE INDEX carton_sender_code on carton (sender_code, donation);
CREATE INDEX donation_of_consignment on consignment_donation (air_waybill);
CREATE INDEX booking_of_consignment on booking (air_waybill);
CREATE INDEX counted_in_session on counted_carton (air_waybill, session);
CREATE INDEX allotment_of_parcel on allotment (parcel);
COMMIT;
