-- Attacks, as data for test_attacks.py: who, in which hat, what is tried; then the statements, the last one the prize.
-- Parameters are ids by kind and story (small_service.py): %(case_K)s is Kari's case, %(child_N)s a child in Nordvåg.


-- == nobody sees more ==

-- Ola Brandvold, case: makes himself the handler of every concern without asking for one
UPDATE concerns_concern SET handler = access.actor();
SELECT child_name FROM concerns_concern;

-- Ola Brandvold, case: puts every concern in the on-call's queue and wears the on-call's hat
UPDATE concerns_concern SET oncall_queue = 9998;
SET LOCAL ROLE oppvekst_desk_oncall;
SELECT child_name FROM concerns_concern;

-- Ola Brandvold, case: takes the on-call's hat, where no bar holds, and makes himself the handler
SET LOCAL ROLE oppvekst_desk_oncall;
UPDATE concerns_concern SET handler = access.actor();

-- Ola Brandvold, case: puts the whole agenda on his own list
UPDATE agenda_item SET assignee = access.actor();
SELECT title FROM agenda_item;

-- Ola Brandvold, case: reads what is on his list about the case he is barred from, in the on-call's hat
SET LOCAL ROLE oppvekst_desk_oncall;
SELECT title FROM agenda_item;

-- Hanne Dale, intake: takes the protection off every address in her cases and reads the hidden one
UPDATE people_address SET protection = 0;
SELECT lines FROM people_address WHERE person_id = %(child_P)s AND protection = 0;

-- Marit Solheim, wide: takes the protection off an address she is not entrusted with
UPDATE people_address SET protection = 0;
SELECT lines FROM people_address WHERE person_id = %(child_P)s AND place = 'Solvik';

-- Hanne Dale, intake: takes the protection off a child in her case, so that the whole intake can find it
UPDATE people_person SET protection = 0 WHERE protection > 0;

-- Siri Tveito, case: moves every address to the person she is entrusted with
UPDATE people_address SET person_id = %(child_P)s;

-- Hanne Dale, intake: writes a person of Kari's case into a case of her own and reads her number
INSERT INTO cases_party (id, municipality_id, case_id, person_id, part, source, valid_from)
  VALUES (gen_random_uuid(), 9998, %(case_P)s, %(child_K)s, 'network', '', now());
SELECT number FROM people_identitynumber WHERE person_id = %(child_K)s;

-- Hanne Dale, intake: makes up a number and writes a person of Kari's case into a case of her own
SELECT access.person_with('00000000000');
INSERT INTO cases_party (id, municipality_id, case_id, person_id, part, source, valid_from)
  VALUES (gen_random_uuid(), 9998, %(case_P)s, %(child_K)s, 'network', '', now());
SELECT number FROM people_identitynumber WHERE person_id = %(child_K)s;

-- Siri Tveito, case: opens a case of her own about a person she does not know of
INSERT INTO access_grant (id, municipality_id, staff_id, case_id, reason, words, given_by, given_at, valid_from, valid_to)
  VALUES (gen_random_uuid(), 9998, access.actor(), %(new)s, 'assigned', '', access.actor(), now(), NULL, NULL);
INSERT INTO cases_case (id, municipality_id, number, child_id, state, opened_at)
  VALUES (%(new)s, 9998, '', %(mother_K)s, 'open', now());
INSERT INTO cases_party (id, municipality_id, case_id, person_id, part, source, valid_from)
  VALUES (gen_random_uuid(), 9998, %(new)s, %(mother_K)s, 'network', '', now());
SELECT value FROM people_reach WHERE person_id = %(mother_K)s;

-- Hanne Dale, intake: hangs a concern on the sending about one of our own and reads who reported
INSERT INTO concerns_concern (id, municipality_id, enquiry_id, number, state, received_at, case_id, intake_queue, handler, handler_name, child_name, child_number, child_age, child_address, child_school, child_phone, unborn, detention_notice, guardians, other_bodies, danger, triggers, family_words, hold_back_asked, own_house, refused_step, refused_words, refusal_reasons, clarified, proposed, proposal_reasons, assessed_anew, conclusion, reasons, recipient, retracted_reasons)
  VALUES (gen_random_uuid(), 9998, %(enquiry_H)s, '', 'received', now(), NULL, 9998, NULL, '', '', '', '', '{}', '', '', false, false, '[]', '', 'no', '[]', '', false, '', '', '', '', '', '', '', '', '', '', '', '');
SELECT name FROM concerns_enquiry WHERE id = %(enquiry_H)s;

-- Hanne Dale, intake: puts every message from outside back in quarantine and reads them
UPDATE concerns_message SET state = 'quarantined';
SELECT body FROM concerns_message WHERE id = %(message_M)s;

-- Eivind Myrbakk, wide: reads the message of a case he is barred from as it came from outside
SELECT body FROM concerns_message WHERE state = 'accepted';

-- Eivind Myrbakk, wide: reads the reporter and the application of the child he is barred from
SELECT words FROM concerns_application WHERE enquiry_id = %(enquiry_B)s UNION ALL SELECT name FROM concerns_enquiry WHERE id = %(enquiry_B)s;

-- Eivind Myrbakk, wide: reads about the parents of the child he is barred from
SELECT value FROM people_reach WHERE person_id = %(mother_B)s UNION ALL SELECT given_name FROM people_person WHERE id = %(mother_B)s;

-- Hanne Dale, intake: reads in the journal what was done with a concern about one of our own
SELECT says FROM journal_entry WHERE subject = %(concern_H)s;

-- Hanne Dale, intake: reads in the journal how Kari's child was assessed before the case was opened
SELECT says FROM journal_entry WHERE subject = %(concern_K)s;

-- Ola Brandvold, case: reads who has Kari's case, and in what words
SELECT words FROM access_grant WHERE case_id = %(case_K)s;

-- Siri Tveito, case: reads why a colleague is barred from a case that is not hers
SELECT words FROM access_bar;

-- Ola Brandvold, case: reads who has a protected address, and who knows it
SELECT person_id FROM access_trust;

-- Tone Vik, team: takes another team's cases into her own
UPDATE cases_case SET team_id = access.team();
SET LOCAL ROLE oppvekst_desk;
SELECT access.enter(%(token_vik)s);
SELECT 1 FROM cases_case WHERE id = %(case_P)s;

-- Siri Nordli, intake: asks for a Solvik case with what she has
SELECT 1 FROM cases_case WHERE id = %(case_K)s UNION ALL SELECT 1 FROM access.find_child('jonas strand', NULL, '', 99) WHERE person_id = %(child_K)s;

-- Ola Brandvold, case: searches with no threshold at all
SET LOCAL pg_trgm.similarity_threshold = 0;
SELECT * FROM access.find_child('jonas strand', '2017-04-02', '', 99);

-- Ola Brandvold, case: asks for the history of Kari's child
SELECT * FROM access.earlier_concerns(%(case_K)s);

-- Hanne Dale, intake: searches for the protected child by its birth date
SELECT 1 FROM access.find_child('', '2017-04-02', '', 99) WHERE person_id = %(child_P)s AND NOT mine;

-- Ola Brandvold, case: reads the planner's statistics
SELECT most_common_vals FROM pg_stats WHERE tablename ~ '^(people|cases|concerns)_';

-- Ola Brandvold, case: reads the contexts of others
SELECT cases FROM access.context;

-- Ola Brandvold, case: reads the sessions
SELECT token_hash FROM access_session;

-- Hanne Dale, intake: hangs an application on the sending about one of our own and reads who reported
INSERT INTO concerns_application (id, municipality_id, enquiry_id, case_id, intake_queue, applicant, words, received_at)
  VALUES (gen_random_uuid(), 9998, %(enquiry_H)s, NULL, 9998, 'x', 'x', now());
SELECT name FROM concerns_enquiry WHERE id = %(enquiry_H)s;

-- Siri Tveito, case: hangs an application of her own case on Kari's sending and reads who reported
INSERT INTO concerns_application (id, municipality_id, enquiry_id, case_id, intake_queue, applicant, words, received_at)
  VALUES (gen_random_uuid(), 9998, %(enquiry_K)s, %(case_P)s, NULL, 'x', 'x', now());
SELECT name FROM concerns_enquiry WHERE id = %(enquiry_K)s;


-- Ola Brandvold, case: writes himself an emergency access that lasts for ever
INSERT INTO access_emergency (id, municipality_id, staff_id, case_id, kind, words, over_bar, opened_at, until)
  VALUES (gen_random_uuid(), 9998, access.actor(), %(case_K)s, 'danger', 'x', false, now(), 'infinity');

-- Ola Brandvold, case: breaks the glass to the case he is barred from without saying that it cannot wait
SELECT * FROM access.break_glass(%(case_B)s::text, 'danger', 'Vil se', false, now(), current_date);

-- Siri Nordli, case: breaks the glass to a case in Solvik
SELECT * FROM access.break_glass(%(case_K)s::text, 'danger', 'Vil se', true, now(), current_date);

-- Ola Brandvold, case: opens a case in an emergency and keeps the hours going
SELECT * FROM access.break_glass(%(case_K)s::text, 'danger', 'Vil se', false, now(), current_date);
UPDATE access_emergency SET until = 'infinity';

-- Ola Brandvold, case: opens a case in an emergency and gives it to himself for good
SELECT * FROM access.break_glass(%(case_K)s::text, 'danger', 'Vil se', false, now(), current_date);
INSERT INTO access_grant (id, municipality_id, staff_id, case_id, reason, words, given_by, given_at, valid_from, valid_to)
  VALUES (gen_random_uuid(), 9998, access.actor(), %(case_K)s, 'assigned', '', access.actor(), now(), NULL, NULL);

-- Ola Brandvold, case: opens a case in an emergency and strikes it off the leader's list
SELECT * FROM access.break_glass(%(case_K)s::text, 'danger', 'Vil se', false, now(), current_date);
UPDATE agenda_item SET open = false WHERE rule = 'emergency';

-- Ola Brandvold, case: draws himself a sample without being the one who controls
SELECT access.draw_sample(5, '', NULL, NULL, 'Vil se', now(), current_date);

-- Ola Brandvold, case: opens a case for an archive that is not his
SELECT * FROM access.open_for_archive('2026-0001', 'Vil se', now());

-- Ola Brandvold, case: reads the list of all cases that the archivist has
SELECT * FROM access.archive('', 50, 0);

-- Ola Brandvold, case: gives himself a case to read without any drawing
SELECT access.open_to_read(%(case_K)s, 'sample', 'Vil se', now(), now() + interval '1 day');

-- Ola Brandvold, case: lifts the bar that is on himself
UPDATE access_bar SET ended_at = now(), ended_by = access.actor();

-- Eivind Myrbakk, wide: lifts the bar that is on himself
UPDATE access_bar SET ended_at = now(), ended_by = access.actor() WHERE staff_id = access.actor();

-- Ola Brandvold, case: asks the database itself why Kari sees her case
SELECT * FROM access.reasons(%(staff_kari)s, %(case_K)s);

-- Ola Brandvold, case: asks at the desk's door why Kari sees her case
SELECT * FROM access.explain((SELECT number FROM cases_case WHERE id = %(case_K)s), %(staff_kari)s);

-- Ola Brandvold, case: appoints himself substitute in Kari's case
SELECT access.appoint_substitute(%(case_K)s, 'ola.brandvold', 'Ola', current_date, current_date, 'Selv', now());

-- Tone Vik, team: appoints a substitute in a case in Nordvåg
SELECT access.appoint_substitute(%(case_N)s, 'venn', 'Venn', current_date, current_date, 'Selv', now());

-- Ola Brandvold, case: reads what a colleague asks the coordinator for
SELECT 1 FROM homes_wanted;

-- Randi Lunde, homes: reads whose the home is that she is asked for
SELECT 1 FROM measures_askedhome;

-- == nobody changes ==

-- Ola Brandvold, case: ends everybody's access
UPDATE access_grant SET valid_to = now();

-- Ola Brandvold, case: bars Kari from her own case
INSERT INTO access_bar (id, municipality_id, staff_id, case_id, kind, words, given_by, given_at)
  VALUES (gen_random_uuid(), 9998, %(staff_kari)s, %(case_K)s, 'locked', 'x', access.actor(), now());

-- Ola Brandvold, case: takes every alarm, so that nobody is rung
UPDATE agenda_alarm SET taken_by = access.actor(), taken_by_name = 'x', taken_at = now();

-- Ola Brandvold, case: closes every case
UPDATE cases_case SET state = 'closed', responsible = NULL;

-- Ola Brandvold, case: closes the whole agenda
UPDATE agenda_item SET open = false;

-- Ola Brandvold, case: shows the family every masked paragraph
UPDATE concerns_passage SET masked = false;

-- Ola Brandvold, case: writes that every answer to a reporter was sent
UPDATE concerns_feedback SET state = 'sent';

-- Ola Brandvold, case: concludes every concern
UPDATE concerns_concern SET state = 'dismissed', concluded_at = now();

-- Siri Nordli, intake: takes every application
UPDATE concerns_application SET handler = access.actor();

-- Ola Brandvold, case: puts words in the reporter's mouth
INSERT INTO concerns_passage (id, municipality_id, concern_id, place, heading, text, masked, mask_reasons)
  VALUES (gen_random_uuid(), 9998, %(concern_K)s, 9, 'worry', 'x', false, '');

-- Ola Brandvold, case: assesses a concern that is not his
INSERT INTO concerns_assessment (id, municipality_id, concern_id, needed, reasons, by, by_name, at)
  VALUES (gen_random_uuid(), 9998, %(concern_K)s, false, 'x', access.actor(), 'Kari Nesheim', now());

-- Hanne Dale, intake: assesses in Kari's name
INSERT INTO concerns_assessment (id, municipality_id, concern_id, needed, reasons, by, by_name, at)
  VALUES (gen_random_uuid(), 9998, %(concern_W)s, false, 'x', %(staff_kari)s, 'Kari Nesheim', now());

-- Ola Brandvold, case: answers a reporter who is not his
INSERT INTO concerns_feedback (id, municipality_id, concern_id, rule, contents, state, text, why, route, settled_by, digest)
  VALUES (gen_random_uuid(), 9998, %(concern_K)s, 'D04', '[]', 'sent', '', '', '', access.actor(), '');

-- Hanne Dale, intake: answers in Kari's name
INSERT INTO concerns_feedback (id, municipality_id, concern_id, rule, contents, state, text, why, route, settled_by, digest)
  VALUES (gen_random_uuid(), 9998, %(concern_W)s, 'D04', '[]', 'sent', '', '', '', %(staff_kari)s, '');

-- Ola Brandvold, case: writes a safe telephone on somebody in Kari's case
INSERT INTO people_reach (id, municipality_id, person_id, kind, value, safe)
  VALUES (gen_random_uuid(), 9998, %(child_K)s, 'phone', '00 00 66 66', true);

-- Siri Nordli, case: writes a safe telephone on a person in Solvik
INSERT INTO people_reach (id, municipality_id, person_id, kind, value, safe)
  VALUES (gen_random_uuid(), 9997, %(child_K)s, 'phone', '00 00 66 66', true);

-- Ola Brandvold, case: writes a number on Kari's child
INSERT INTO people_identitynumber (id, municipality_id, person_id, number, kind)
  VALUES (gen_random_uuid(), 9998, %(child_K)s, '12345', 'x');

-- Ola Brandvold, case: takes the leader's hat and holds back Kari's case
SET LOCAL ROLE oppvekst_desk_wide;
INSERT INTO cases_holdback (id, municipality_id, case_id, reasons, owner, owner_name, review_on, set_at, lifted_reasons)
  VALUES (gen_random_uuid(), 9998, %(case_K)s, 'x', access.actor(), 'x', now(), now(), '');

-- Ola Brandvold, case: takes the leader's hat and writes somebody into Kari's case
SET LOCAL ROLE oppvekst_desk_wide;
INSERT INTO cases_party (id, municipality_id, case_id, person_id, part, source, valid_from)
  VALUES (gen_random_uuid(), 9998, %(case_K)s, %(child_K)s, 'network', '', now());

-- Ola Brandvold, case: takes the leader's hat and writes in Kari's journal
SET LOCAL ROLE oppvekst_desk_wide;
INSERT INTO journal_entry (id, municipality_id, at, kind, subject, case_id, actor, actor_name, face, says, law, facts)
  VALUES (gen_random_uuid(), 9998, now(), 'case.assigned', %(child_K)s, %(case_K)s, access.actor(), 'Ola Brandvold', 'desk', 'x', '', '{}');

-- Ola Brandvold, case: writes in Kari's journal
INSERT INTO journal_entry (id, municipality_id, at, kind, subject, case_id, actor, actor_name, face, says, law, facts)
  VALUES (gen_random_uuid(), 9998, now(), 'case.assigned', %(child_K)s, %(case_K)s, access.actor(), 'Ola Brandvold', 'desk', 'x', '', '{}');

-- Ola Brandvold, case: writes in the journal as if he were Kari
INSERT INTO journal_entry (id, municipality_id, at, kind, subject, case_id, actor, actor_name, face, says, law, facts)
  VALUES (gen_random_uuid(), 9998, now(), 'case.assigned', %(child_K)s, NULL, %(staff_kari)s, 'Ola Brandvold', 'desk', 'x', '', '{}');

-- Ola Brandvold, case: writes in the journal under Kari's name
INSERT INTO journal_entry (id, municipality_id, at, kind, subject, case_id, actor, actor_name, face, says, law, facts)
  VALUES (gen_random_uuid(), 9998, now(), 'case.assigned', %(child_K)s, NULL, access.actor(), 'Kari Nesheim', 'desk', 'x', '', '{}');

-- Ola Brandvold, case: writes in the neighbour's journal
INSERT INTO journal_entry (id, municipality_id, at, kind, subject, case_id, actor, actor_name, face, says, law, facts)
  VALUES (gen_random_uuid(), 9997, now(), 'case.assigned', %(child_K)s, NULL, access.actor(), 'Ola Brandvold', 'desk', 'x', '', '{}');

-- Marit Solheim, wide: writes in the journal of a child in Nordvåg
INSERT INTO journal_entry (id, municipality_id, at, kind, subject, case_id, actor, actor_name, face, says, law, facts)
  VALUES (gen_random_uuid(), 9998, now(), 'case.assigned', %(child_K)s, %(case_N)s, access.actor(), 'Marit Solheim', 'desk', 'x', '', '{}');

-- Ola Brandvold, case: chooses the journal's number himself
INSERT INTO journal_entry (no, id, municipality_id, at, kind, subject, case_id, actor, actor_name, face, says, law, facts) OVERRIDING SYSTEM VALUE
  VALUES (1, gen_random_uuid(), 9998, now(), 'case.assigned', %(child_K)s, NULL, access.actor(), 'Ola Brandvold', 'desk', 'x', '', '{}');

-- Ola Brandvold, case: chooses when the journal says it was written
INSERT INTO journal_entry (written_at, id, municipality_id, at, kind, subject, case_id, actor, actor_name, face, says, law, facts)
  VALUES (now(), gen_random_uuid(), 9998, now(), 'case.assigned', %(child_K)s, NULL, access.actor(), 'Ola Brandvold', 'desk', 'x', '', '{}');

-- Kari Nesheim, case: changes her own journal
UPDATE journal_entry SET says = 'x';

-- Kari Nesheim, case: takes a page out of her own journal
DELETE FROM journal_entry;

-- Marit Solheim, wide: empties the journal
TRUNCATE journal_entry;

-- Kari Nesheim, case: takes back that she looked
DELETE FROM journal_look;

-- Ola Brandvold, case: says that Kari looked
INSERT INTO journal_look (id, municipality_id, at, kind, actor, hat, terms)
  VALUES (gen_random_uuid(), 9998, now(), 'case', %(staff_kari)s, 'x', '');

-- Ola Brandvold, case: gives himself Kari's case
INSERT INTO access_grant (id, municipality_id, staff_id, case_id, reason, words, given_by, given_at, valid_from, valid_to)
  VALUES (gen_random_uuid(), 9998, access.actor(), %(case_K)s, 'assigned', '', access.actor(), now(), NULL, NULL);

-- Ola Brandvold, case: gives himself Kari's case in Marit's name
INSERT INTO access_grant (id, municipality_id, staff_id, case_id, reason, words, given_by, given_at, valid_from, valid_to)
  VALUES (gen_random_uuid(), 9998, access.actor(), %(case_K)s, 'assigned', '', %(staff_marit)s, now(), NULL, NULL);

-- Ola Brandvold, case: gives himself a case he is barred from
INSERT INTO access_grant (id, municipality_id, staff_id, case_id, reason, words, given_by, given_at, valid_from, valid_to)
  VALUES (gen_random_uuid(), 9998, access.actor(), %(case_B)s, 'assigned', '', access.actor(), now(), NULL, NULL);

-- Hanne Dale, intake: links a waiting concern to Kari's case, gives herself the case, and strikes it off the leader's list
UPDATE concerns_concern SET case_id = %(case_K)s WHERE id = %(concern_W)s;
INSERT INTO access_grant (id, municipality_id, staff_id, case_id, reason, words, given_by, given_at, valid_from, valid_to)
  VALUES (gen_random_uuid(), 9998, access.actor(), %(case_K)s, 'intake', '', access.actor(), now(), NULL, NULL);
UPDATE agenda_item SET open = false WHERE rule = 'own-access';

-- Hanne Dale, intake: gives herself Kari's case with the trigger that tells of it turned off
ALTER TABLE access_grant DISABLE TRIGGER told;

-- Hanne Dale, intake: takes back that she was given a case
DELETE FROM access_grant WHERE staff_id = access.actor();

-- Ola Brandvold, case: hides the address of Kari's child from Kari
SELECT access.protect(%(child_K)s, 2);

-- Hanne Dale, intake: gives the barred Ola the case back
INSERT INTO access_grant (id, municipality_id, staff_id, case_id, reason, words, given_by, given_at, valid_from, valid_to)
  VALUES (gen_random_uuid(), 9998, %(staff_ola)s, %(case_B)s, 'assigned', '', access.actor(), now(), NULL, NULL);

-- Marit Solheim, wide: gives herself a case in Nordvåg
INSERT INTO access_grant (id, municipality_id, staff_id, case_id, reason, words, given_by, given_at, valid_from, valid_to)
  VALUES (gen_random_uuid(), 9998, access.actor(), %(case_N)s, 'assigned', '', access.actor(), now(), NULL, NULL);

-- Marit Solheim, wide: gives herself a case in Nordvåg as Nordvåg
INSERT INTO access_grant (id, municipality_id, staff_id, case_id, reason, words, given_by, given_at, valid_from, valid_to)
  VALUES (gen_random_uuid(), 9997, access.actor(), %(case_N)s, 'assigned', '', access.actor(), now(), NULL, NULL);

-- Kari Nesheim, case: gives Siri Nordli her case
INSERT INTO access_grant (id, municipality_id, staff_id, case_id, reason, words, given_by, given_at, valid_from, valid_to)
  VALUES (gen_random_uuid(), 9998, %(staff_nordli)s, %(case_K)s, 'assigned', '', access.actor(), now(), NULL, NULL);

-- Ola Brandvold, case: takes the leader's hat and gives himself Kari's case
SET LOCAL ROLE oppvekst_desk_wide;
INSERT INTO access_grant (id, municipality_id, staff_id, case_id, reason, words, given_by, given_at, valid_from, valid_to)
  VALUES (gen_random_uuid(), 9998, access.actor(), %(case_K)s, 'assigned', '', access.actor(), now(), NULL, NULL);

-- Tone Vik, team: entrusts herself with the protected address
INSERT INTO access_trust (id, municipality_id, staff_id, person_id, given_by, given_at)
  VALUES (gen_random_uuid(), 9998, access.actor(), %(child_P)s, access.actor(), now());

-- Ola Brandvold, case: takes the leader's hat and entrusts himself
SET LOCAL ROLE oppvekst_desk_wide;
INSERT INTO access_trust (id, municipality_id, staff_id, person_id, given_by, given_at)
  VALUES (gen_random_uuid(), 9998, access.actor(), %(child_P)s, access.actor(), now());

-- Ola Brandvold, case: ends his own bar
UPDATE access_bar SET ended_at = now();

-- Hanne Dale, intake: sends a concern to the intake of Nordvåg
UPDATE concerns_concern SET intake_queue = 9997 WHERE id = %(concern_W)s;

-- Hanne Dale, intake: hands a concern to a friend in Nordvåg
UPDATE concerns_concern SET handler = %(staff_nordli)s WHERE id = %(concern_W)s;
SET LOCAL ROLE oppvekst_desk;
SELECT access.enter(%(token_nordli)s);
SELECT 1 FROM concerns_concern WHERE id = %(concern_W)s;

-- Hanne Dale, intake: sends every concern she sees to the intake of Nordvåg
UPDATE concerns_concern SET intake_queue = 9997;

-- Hanne Dale, intake: puts her tasks on Nordvåg's list
UPDATE agenda_item SET intake_queue = 9997;

-- Hanne Dale, intake: gives a friend in Nordvåg her tasks
UPDATE agenda_item SET assignee = %(staff_nordli)s WHERE subject = %(concern_W)s;
SET LOCAL ROLE oppvekst_desk;
SELECT access.enter(%(token_nordli)s);
SELECT 1 FROM agenda_item WHERE subject = %(concern_W)s;

-- Ola Brandvold, case: links a concern of his own to Kari's case
UPDATE concerns_concern SET case_id = %(case_K)s;

-- Hanne Dale, intake: opens an investigation in a case of her own and hangs it on Kari's concern
INSERT INTO investigations_investigation (id, municipality_id, case_id, concern_id, state, received_on, opened_on, three_months_from, opened_by, reasons, plan, extension_reasons, extension_untold_reasons, breach_reasons, participation, participation_reasons, participation_set_by_name, child_heard,
   conclusion, conclusion_reasons, measures_recommended, refused_by, refusal_documented, reopening_fixed, moved_to, window_closed_reasons)
  VALUES (gen_random_uuid(), 9998, %(case_P)s, %(concern_K)s, 'planning', now(), now(), now(), access.actor(), 'x', '{}', '', '', '', '', '', '', false,
   '', '', '', '', '', false, '', '');

-- Hanne Dale, intake: puts an application into a case in Nordvåg
UPDATE concerns_application SET case_id = %(case_N)s;

-- Ola Brandvold, case: puts a task on Kari's case
INSERT INTO agenda_item (id, municipality_id, subject, subject_kind, case_id, rule, title, steps, law, interpretation, open)
  VALUES (gen_random_uuid(), 9998, gen_random_uuid(), 'concern', %(case_K)s, 'D01', 'x', '[]', '', '', true);

-- Marit Solheim, wide: puts a task on a case in Nordvåg
INSERT INTO agenda_item (id, municipality_id, subject, subject_kind, case_id, rule, title, steps, law, interpretation, open)
  VALUES (gen_random_uuid(), 9998, gen_random_uuid(), 'concern', %(case_N)s, 'D01', 'x', '[]', '', '', true);

-- Hanne Dale, intake: moves a concern to Nordvåg
UPDATE concerns_concern SET municipality_id = 9997 WHERE id = %(concern_W)s;

-- Hanne Dale, intake: links a concern to a case in Nordvåg
UPDATE concerns_concern SET case_id = %(case_N)s WHERE id = %(concern_W)s;
SET CONSTRAINTS ALL IMMEDIATE;

-- Hanne Dale, intake: registers a concern in Nordvåg's name
INSERT INTO concerns_concern (id, municipality_id, enquiry_id, number, state, received_at, case_id, intake_queue, handler, handler_name, child_name, child_number, child_age, child_address, child_school, child_phone, unborn, detention_notice, guardians, other_bodies, danger, triggers, family_words, hold_back_asked, own_house, refused_step, refused_words, refusal_reasons, clarified, proposed, proposal_reasons, assessed_anew, conclusion, reasons, recipient, retracted_reasons)
  VALUES (gen_random_uuid(), 9997, %(enquiry_N)s, '', 'received', now(), NULL, NULL, NULL, '', '', '', '', '{}', '', '', false, false, '[]', '', 'no', '[]', '', false, '', '', '', '', '', '', '', '', '', '', '', '');

-- Hanne Dale, intake: changes who reported
UPDATE concerns_enquiry SET name = 'x';

-- Hanne Dale, intake: changes when a concern came
UPDATE concerns_concern SET received_at = now();

-- Hanne Dale, intake: changes what the reporter said
UPDATE concerns_passage SET text = 'x';

-- Hanne Dale, intake: changes an assessment
UPDATE concerns_assessment SET needed = true;

-- Kari Nesheim, case: moves her case to another number
UPDATE cases_case SET number = '2026-9999';

-- Marit Solheim, wide: makes Ola a leader
UPDATE access_duty SET role_id = role_id;

-- Marit Solheim, wide: gives a role a right
INSERT INTO access_right (id, municipality_id, role_id, name)
  SELECT gen_random_uuid(), 9998, id, 'x' FROM access_role LIMIT 1;

-- Marit Solheim, wide: rings somebody else
UPDATE access_staff SET pager = '00 00 66 66';

-- Hanne Dale, intake: takes the numbers of the year
SELECT numbering.next(9998::smallint, 2026::smallint, 'M');

-- Ola Brandvold, case: opens a session as Marit
SELECT access.start_session('marit.solheim', sha256('x'), interval '1 hour');

-- Ola Brandvold, case: chooses a hat he does not have
SELECT 1 WHERE access.change_hat('oppvekst_desk_wide');

-- Ola Brandvold, case: makes a context of his own
INSERT INTO access.context SELECT * FROM access.context;

-- Ola Brandvold, case: widens his own context
UPDATE access.context SET wide = 9998;

-- Ola Brandvold, case: makes a function that looks like ours
CREATE FUNCTION public.sha256(bytea) RETURNS bytea LANGUAGE sql AS 'select $1';

-- Ola Brandvold, case: turns the triggers off
SET LOCAL session_replication_role = replica;

-- Ola Brandvold, case: turns row security off and asks
SET LOCAL row_security = off;
SELECT 1 FROM concerns_concern;

-- Ola Brandvold, case: becomes the owner
SET LOCAL ROLE oppvekst_owner;

-- Ola Brandvold, case: becomes the portal
SET LOCAL ROLE oppvekst_portal;

-- Ola Brandvold, case: becomes the worker
SET SESSION AUTHORIZATION oppvekst_worker;

-- Ola Brandvold, case: registers a concern of his own in Kari's case and writes in her journal
INSERT INTO concerns_enquiry (id, municipality_id, reference, channel, received_at, registered_at, entered_later, language, interpreter, wish, reporter, reporter_code, anonymity, name, role, phone, email, address, body, body_number, body_address, relation, safe_way)
  VALUES (%(new)s, 9998, 'egen', 'phone', now(), now(), false, 'nb', '', 'worry', 'private', '4', 'named', '', '', '', '', '{}', '', '', '{}', '', '');
INSERT INTO concerns_concern (id, municipality_id, enquiry_id, number, state, received_at, case_id, intake_queue, handler, handler_name, child_name, child_number, child_age, child_address, child_school, child_phone, unborn, detention_notice, guardians, other_bodies, danger, triggers, family_words, hold_back_asked, own_house, refused_step, refused_words, refusal_reasons, clarified, proposed, proposal_reasons, assessed_anew, conclusion, reasons, recipient, retracted_reasons)
  VALUES (gen_random_uuid(), 9998, %(new)s, '', 'received', now(), %(case_K)s, NULL, access.actor(), '', '', '', '', '{}', '', '', false, false, '[]', '', 'no', '[]', '', false, '', '', '', '', '', '', '', '', '', '', '', '');
INSERT INTO journal_entry (id, municipality_id, at, kind, subject, case_id, actor, actor_name, face, says, law, facts)
  VALUES (gen_random_uuid(), 9998, now(), 'case.assigned', %(child_K)s, %(case_K)s, access.actor(), 'Ola Brandvold', 'desk', 'x', '', '{}');

-- Siri Tveito, case: moves her concern to Kari's case
UPDATE concerns_concern SET case_id = %(case_K)s;

-- Kari Nesheim, intake: says that it was Hanne who answered
UPDATE concerns_feedback SET settled_by = %(staff_hanne)s;


-- Ola Brandvold, case: withdraws every home that is asked for, without asking for one
UPDATE homes_wanted SET state = 'withdrawn', settled_by_name = 'x', settled_at = now();

-- Kari Nesheim, case: answers what she asked for herself
UPDATE homes_wanted SET answer_name = 'x', answer_phone = '00 00 00 00';

-- == from outside ==

-- portal: hangs a concern on somebody else's sending
INSERT INTO concerns_concern (id, municipality_id, enquiry_id, number, state, received_at, case_id, intake_queue, handler, handler_name, child_name, child_number, child_age, child_address, child_school, child_phone, unborn, detention_notice, guardians, other_bodies, danger, triggers, family_words, hold_back_asked, own_house, refused_step, refused_words, refusal_reasons, clarified, proposed, proposal_reasons, assessed_anew, conclusion, reasons, recipient, retracted_reasons)
  VALUES (gen_random_uuid(), 9998, %(enquiry_K)s, '', 'received', now(), NULL, NULL, NULL, '', '', '', '', '{}', '', '', false, false, '[]', '', 'no', '[]', '', false, '', '', '', '', '', '', '', '', '', '', '', '');

-- portal: hangs a paragraph on somebody else's concern
INSERT INTO concerns_passage (id, municipality_id, concern_id, place, heading, text, masked, mask_reasons)
  VALUES (gen_random_uuid(), 9998, %(concern_W)s, 9, 'worry', 'x', false, '');

-- portal: hangs an application on somebody else's sending
INSERT INTO concerns_application (id, municipality_id, enquiry_id, applicant, words, received_at)
  VALUES (gen_random_uuid(), 9998, %(enquiry_W)s, 'x', 'x', now());

-- portal: writes in a child's journal
INSERT INTO journal_entry (id, municipality_id, at, kind, subject, case_id, actor, actor_name, face, says, law, facts)
  VALUES (gen_random_uuid(), 9998, now(), 'case.assigned', %(child_K)s, %(case_K)s, NULL, 'Ola Brandvold', 'desk', 'x', '', '{}');

-- portal: writes in the journal as Kari
INSERT INTO journal_entry (id, municipality_id, at, kind, subject, case_id, actor, actor_name, face, says, law, facts)
  VALUES (gen_random_uuid(), 9998, now(), 'case.assigned', %(child_K)s, NULL, %(staff_kari)s, 'Ola Brandvold', 'desk', 'x', '', '{}');

-- portal: writes in the journal about somebody else's sending
INSERT INTO journal_entry (id, municipality_id, at, kind, subject, case_id, actor, actor_name, face, says, law, facts)
  VALUES (gen_random_uuid(), 9998, now(), 'concern.received', %(child_K)s, NULL, NULL, 'Ola Brandvold', 'portal', 'x', '', '{}');

-- portal: puts words of its own on the worklist
INSERT INTO agenda_item (id, municipality_id, subject, subject_kind, case_id, rule, title, steps, law, interpretation, intake_queue, open)
  VALUES (gen_random_uuid(), 9998, %(concern_W)s, 'concern', NULL, 'D01', 'Ring dette nummeret', '[]', '', '', 9998, true);

-- portal: reads back what it wrote
INSERT INTO concerns_passage (id, municipality_id, concern_id, place, heading, text, masked, mask_reasons)
  VALUES (gen_random_uuid(), 9998, %(concern_W)s, 9, 'worry', 'x', false, '') RETURNING text;

-- portal: reads the drafts of others
SELECT sealed FROM web_draft;

-- portal: loads a draft without its key
SELECT d FROM access.draft_load(sha256('x')) d WHERE d IS NOT NULL;

-- portal: asks for a receipt without its reference
SELECT * FROM access.receipt(9998::smallint, '%%');

-- portal: enters with nothing
SELECT access.enter('x');

-- portal: asks who has entered
SELECT access.here();

-- portal: takes a hat
SET LOCAL ROLE oppvekst_desk_intake;

-- portal: takes a number of the year
SELECT numbering.next(9998::smallint, 2026::smallint, 'M');

-- desk: enters with the mark of a token
SELECT access.enter(encode(token_hash, 'hex')) FROM access_session;

-- desk: enters with the number of a session
SELECT access.enter(%(new)s::text);

-- desk: claims in a setting to be Kari
SELECT set_config('app.actor', %(staff_kari)s::text, true), set_config('role', 'oppvekst_desk_case', true);
SELECT 1 FROM cases_case;

-- desk: wears the leader's hat without having entered
SET LOCAL ROLE oppvekst_desk_wide;
SELECT 1 FROM cases_case;

-- door: reads who works here
SELECT name FROM access_staff;

-- door: reads the sessions
SELECT token_hash FROM access_session;

-- door: opens a session for nobody
SELECT * FROM access.start_session('', sha256('x'), interval '1 hour');

-- door: reads the passwords
SELECT hashed FROM access_password;

-- door: gives itself a code to make a way in with
INSERT INTO access_firstcode (id, municipality_id, staff_id, code_hash, given_by, given_at, until)
  VALUES (%(new)s::uuid, 9998, %(staff_kari)s::uuid, sha256('x'), %(staff_kari)s::uuid, now(), now() + interval '1 day');

-- desk: opens a visit at My page
SELECT access.start_visit('x', 9998::smallint, sha256('x'), 'idporten-loa-high');

-- mypage: opens a session at the desk
SELECT * FROM access.begin_session('kari.nesheim', sha256('x'), interval '1 hour', NULL, interval '1 hour', '', NULL);

-- mypage: reads whose page is open
SELECT person_id FROM cases_mypage;

-- mypage: reads the visits
SELECT token_hash FROM access_visit;

-- mypage: reads a case
SELECT 1 FROM cases_case;

-- worker: reads the register of persons
SELECT 1 FROM people_person;

-- worker: changes a concern
UPDATE concerns_concern SET state = 'dismissed';

-- worker: writes in the journal as Kari
INSERT INTO journal_entry (id, municipality_id, at, kind, subject, case_id, actor, actor_name, face, says, law, facts)
  VALUES (gen_random_uuid(), 9998, now(), 'case.assigned', %(child_K)s, NULL, %(staff_kari)s, 'Ola Brandvold', 'desk', 'x', '', '{}');

-- worker: changes the journal
UPDATE journal_entry SET says = 'x';

-- backup: changes anything
UPDATE concerns_concern SET state = 'dismissed';
