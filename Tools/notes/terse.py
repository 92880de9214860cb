#!/usr/bin/env python3
"""Makes annotated terse notes: terse.py COUNT SEED KEPT_OUT FOLDER > FOLDER/v1.marked

Heads and sentences come from terse.templates, what fills them from the English papers of FOLDER, those of the set KEPT_OUT
left alone. The same count and seed give the same notes."""
import collections, datetime, glob, os, random, re, sys

COUNT, SEED, KEPT_OUT, FOLDER = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3], sys.argv[4]
pick = random.Random(SEED)
MONTHS = 'January February March April May June July August September October November December'.split()
WEEKDAYS = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split()
FIELDS = {'org', 'role', 'name', 'title', 'kind', 'do', 'topic', 'q', 'objection', 'challenge', 'next', 'pay', 'rivals', 'missed', 'tie'}


def harvest():
    """For each field the marked stretches, as (what follows the field in the mark, text)."""
    found = collections.defaultdict(set)
    for path in sorted(glob.glob(FOLDER + '/*.marked')):
        name = re.sub(r'\d.*', '', os.path.basename(path))
        if name in (KEPT_OUT, 'v'):
            continue
        language = ''
        for line in open(path, encoding='utf-8'):
            if line.startswith('=== '):
                language = (line.split() + ['', '', '', ''])[3]
            if language not in ('', 'en'):
                continue
            for mark, text in re.findall(r'\{\{([^|{}]+)\|([^{}|\n]+)\}\}', line):
                field = re.match(r'[a-z]+', mark)
                field = field.group() if field else ''
                if field in FIELDS and '+' not in mark and 1 < len(text) < 70:
                    value = mark[mark.index(':'):] if ':' in mark else ''
                    found[field].add((value, text.strip()))
    return {field: sorted(found[field]) for field in found}


STRETCHES = harvest()
KINDS = [one for one in STRETCHES['kind'] if one[0][1:] in ('phone', 'video', 'onsite')]
NAMES = [text for _, text in STRETCHES['name'] if re.fullmatch(r"[A-Z][\w'’-]+ (?:[A-Z]\. )?[A-Z][\w'’-]+", text)]
FIRMS = [text for _, text in STRETCHES['org']]
# Most terse heads call a firm by one word, often the first of its name.
WORDS = sorted({firm.split()[0] for firm in FIRMS if re.match(r"[A-Z][a-z]{3,}\b(?!['’])", firm)})
# What stands for a firm where none is meant.
PLACEHOLDERS = ['Acme', 'Globex', 'Initech', 'Contoso', 'Northwind', 'Borage']
FIRSTS = sorted({name.split()[0] for name in NAMES})


def written(day):
    forms = [
        f'{day.day} {MONTHS[day.month - 1]} {day.year}', f'{day.day} {MONTHS[day.month - 1]} {day.year}', day.isoformat(),
        f'{day.day} {MONTHS[day.month - 1][:3]} {day.year}', f'{MONTHS[day.month - 1]} {day.day}, {day.year}',
        f'{day.day} {MONTHS[day.month - 1]}', f'{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}',
        f'{WEEKDAYS[day.weekday()][:3]} {day.day} {MONTHS[day.month - 1][:3]} {day.year}',
    ]
    return pick.choice(forms)


class Note:
    def __init__(self):
        self.day = datetime.date(2026, 1, 5) + datetime.timedelta(days=pick.randrange(330))
        self.held = self.day - datetime.timedelta(days=pick.choice([0, 0, 0, 1, 2]))
        self.first, self.has_promise = None, False

    def filled(self, template):
        return re.sub(r'\{(\w+)\}', lambda slot: self.slot(slot.group(1)), template)

    def slot(self, name):
        if name in ('name', 'name2'):
            full = pick.choice(NAMES)
            self.first = self.first or full.split()[0]
            return '{{name#%s:interviewer|%s}}' % ('b' if name == 'name2' else 'a', full)
        if name == 'first':
            if self.first:
                return self.first
            self.first = pick.choice(FIRSTS)
            return '{{name#a:%s|%s}}' % (pick.choice(['hr', 'recruiter']), self.first)
        if name == 'title':
            return '{{title#a|%s}}' % pick.choice(STRETCHES['title'])[1]
        if name == 'org':
            firm = pick.choice(pick.choices([WORDS, FIRMS, PLACEHOLDERS], [11, 7, 2])[0])
            return '{{org|%s}}' % (firm + pick.choice(['', '', '', ' Ltd', ' Inc', ' GmbH']) if ' ' not in firm else firm)
        if name == 'kind':
            value, text = pick.choice(KINDS)
            return '{{kind%s|%s}}' % (value, text)
        if name == 'date':
            return '{{date:%s|%s}}' % (self.held, written(self.held))
        if name == 'day':
            back = pick.choice([(0, 'today'), (1, 'yesterday'), (0, 'this morning')])
            return '{{date:%s|%s}}' % (self.day - datetime.timedelta(days=back[0]), back[1])
        if name in ('promised', 'own'):
            ahead = pick.randrange(1, 7)
            due = self.day + datetime.timedelta(days=ahead)
            text = pick.choice([WEEKDAYS[due.weekday()], written(due)])
            return text if name == 'own' else '{{promised:%s|%s}}' % (due, text)
        value, text = pick.choice(STRETCHES[name])
        if name == 'q':
            value = value or ':interviewer'
        return '{{%s%s|%s}}' % (name, value, text.rstrip('.'))


def main():
    lines = [line.rstrip('\n') for line in open(os.path.join(os.path.dirname(__file__), 'terse.templates'))]
    heads = [line[2:] for line in lines if line.startswith('H ')]
    sentences = [line[2:] for line in lines if line.startswith('S ')]
    for number in range(1, COUNT + 1):
        note = Note()
        body = [line for line in note.filled(pick.choice(heads)).split(' / ')]
        for sentence in pick.sample(sentences, pick.choice([0, 1, 1, 2, 2, 3, 4])):
            if '{promised}' in sentence and note.has_promise:
                continue
            note.has_promise = note.has_promise or '{promised}' in sentence
            body.append(note.filled(sentence))
        if pick.random() < 0.3:
            body = [body[0] if body[0].endswith('.') else body[0] + '.'] + body[1:]
        print(f'=== v{number:03d}-terse.txt {note.day} en debrief')
        print('\n'.join(body))


main()
