from django.db import migrations

# A free place belongs to whoever is first in line, and the one who made it free may not see whose case that is: the database
# looks at the line and puts it on the agenda of whoever is responsible there, and takes it off again. Whatever changes a
# place or the number of them changes the offer's row, so this is where it is settled, anew from the facts every time.
TOLD = """
CREATE FUNCTION access.free_places_told() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE today date := (now() AT TIME ZONE 'Europe/Oslo')::date; free int; first record; BEGIN
  free := CASE WHEN NEW.valid_to < today THEN 0 ELSE greatest(NEW.capacity - NEW.others - NEW.taken, 0) END;
  UPDATE public.agenda_item i SET open = false, done_on = today WHERE i.subject_kind = 'help_place' AND i.rule = 'place-free' AND i.open
    AND i.subject IN (SELECT p.id FROM public.measures_helpplace p WHERE p.offer_id = NEW.id AND p.state <> 'waits');
  UPDATE public.agenda_item i SET open = false WHERE i.subject_kind = 'help_place' AND i.rule = 'place-free' AND i.open
    AND i.subject IN (SELECT p.id FROM public.measures_helpplace p JOIN public.cases_case k ON k.id = p.case_id
      WHERE p.offer_id = NEW.id AND p.state = 'waits' AND k.state <> 'closed' ORDER BY p.asked_on, p.noted_at, p.id OFFSET free);
  FOR first IN SELECT p.id, p.municipality_id, p.case_id, p.asked_on, coalesce(k.responsible, p.noted_by) AS whose
      FROM public.measures_helpplace p JOIN public.cases_case k ON k.id = p.case_id
     WHERE p.offer_id = NEW.id AND p.state = 'waits' AND k.state <> 'closed' ORDER BY p.asked_on, p.noted_at, p.id LIMIT free LOOP
    UPDATE public.agenda_item i SET open = true, done_on = NULL, assignee = first.whose, title = 'Ledig plass: ' || NEW.name
     WHERE i.subject = first.id AND i.rule = 'place-free';
    IF NOT FOUND THEN
      INSERT INTO public.agenda_item (id, municipality_id, subject, subject_kind, case_id, rule, title, steps, law, interpretation,
          assignee, queue, open)
        VALUES (gen_random_uuid(), first.municipality_id, first.id, 'help_place', first.case_id, 'place-free',
          'Ledig plass: ' || NEW.name, jsonb_build_array(
            'Det er en ledig plass, og barnet står først i køen. Det har ventet siden ' || to_char(first.asked_on, 'DD.MM.YYYY') || '.',
            'Tilby familien plassen. Vil de ikke ha den, tar du barnet av ventelista.'), 'bvl § 3-1', '', first.whose, '', true);
    END IF;
  END LOOP; RETURN NULL; END $$;
CREATE TRIGGER free_places_told AFTER UPDATE ON measures_offer
  FOR EACH ROW EXECUTE FUNCTION access.free_places_told();
"""
UNTOLD = "DROP TRIGGER free_places_told ON measures_offer; DROP FUNCTION access.free_places_told();"


class Migration(migrations.Migration):
    dependencies = [
        ("agenda", "0001_initial"),
        ("cases", "0011_closing"),
        ("measures", "0008_institution"),
    ]

    operations = [migrations.RunSQL(TOLD, UNTOLD)]
