namespace Analysis;

/// <summary>
/// Reads the noun phrases of a clause. A phrase is a noun with its genitives, adjectives and apposition; <c>و</c> joins another to it. A
/// participant is the person in it, else the body or place, else the state of the nationality. A phrase ends before an indefinite noun that
/// follows a definite one, since a genitive stands after the noun that it belongs to.
/// </summary>
internal sealed class NounPhrases(EventSentence words, Gazetteer gazetteer)
{
    private const int LongestApposition = 12;
    private const int MostDescribed = 30;
    private const int LongestSide = 5;

    private const EntityType Sides = EntityType.State | EntityType.Capital | EntityType.Demonym;
    private const EventCues Ending = EventCues.Complement | EventCues.Negation | EventCues.Relative | EventCues.Temporal | EventCues.Source
        | EventCues.Hypothetical | EventCues.Attribution | EventCues.Past | EventCues.Already | EventCues.Preposition | EventCues.Cut
        | EventCues.Adverb;

    // The first word of each entity's name.
    private readonly string[] _nouns = [.. gazetteer.Entities.Select(entity => Letters.KeyOf(entity.NameArabic.Split(' ')[0]))];

    private int _end;
    private bool _inRelative;
    private Slots _apart;

    // Reused, since an event is read from many phrases.
    private readonly List<NounPhrase> _phrases = [];

    // The phrase so far.
    private readonly List<int> _heads = [];
    private bool _militia;
    private bool _participant;
    private EntityType _types;
    private bool _sites;

    // Its last noun so far: the mention that names it, or −1; whether it is definite; whether it begins with a title or another noun.
    private int _head;
    private bool _definite;
    private bool _titled;
    private bool _means;

    /// <summary>The phrases from one token on and before another.</summary>
    /// <param name="first">First token.</param>
    /// <param name="end">Token after the last.</param>
    /// <param name="inRelative">Whether the clause is relative; else the words of relative clauses are passed over.</param>
    /// <param name="apart">Slots of the rule, which no noun takes for itself: مساعدات لأوكرانيا.</param>
    public NounPhrase[] Read(int first, int end, bool inRelative, Slots apart = Slots.None)
    {
        (_end, _inRelative, _apart) = (end, inRelative, apart);
        _phrases.Clear();
        for (var token = first; token < end;)
        {
            var slot = ReadPreposition(ref token);
            if (token >= end) break;

            // كل من فلان وفلان, بكل من فلان وفلان
            if (token + 2 < end && words[token].Has(EventCues.Each) && words[token + 1].Slot == Slots.From)
            {
                var joined = words[token].Proclitics & (Proclitics.For | Proclitics.By);
                slot = joined switch { Proclitics.For => Slots.For, Proclitics.By => Slots.By, _ => slot };
                token += 2;
            }

            if (words[token].Symbol || Breaks(token))
            {
                // من على متن: a second preposition is read anew.
                if (words[token].Slot is Slots.None or Slots.Genitive) token++;
                continue;
            }

            if (slot == Slots.Object && words[token].Joined == Proclitics.By) slot = Slots.By;
            if (slot == Slots.Object && words[token].Joined == Proclitics.For) slot = Slots.For;
            (_militia, _participant, _types, _sites) = (false, false, EntityType.None, true);
            _heads.Clear();
            var start = token;
            token = ReadJoined(token);
            _phrases.Add(new NounPhrase(slot, start, [.. _heads], _militia, _participant, _types, _sites));
        }

        return [.. _phrases];
    }

    private bool IsPerson(int token) => token < _end && words[token].Type == EntityType.Person;

    private bool IsNumber(int token) => words.Draft.Tokens.Kind[token] == TokenKind.Number;

    private Slots ReadPreposition(ref int token)
    {
        ref var word = ref words[token];
        const EventCues Joining = EventCues.Preposition | EventCues.Source | EventCues.Temporal;
        if (!word.Has(Joining) && word.Slot is Slots.None or Slots.Genitive) return Slots.Object;
        var slot = word.Slot;
        token++;
        if (token < _end && words[token].Slot == Slots.Agent) (slot, token) = (Slots.Agent, token + 1);

        // نحو 200 هدف, ما لا يقل عن 23 شخصا: how many, but for أفرج عن 11 بحارا.
        if (slot == Slots.About && (_apart & slot) == 0 && token < _end && IsNumber(token)) return Slots.Object;

        // على وسط المدينة: the place inside is what the first preposition joins.
        while (token < _end && (words[token].QuotationMark || words[token].Slot is Slots.In or Slots.Near)) token++;
        return slot;
    }

    // بالهدنة الرئيس: neither an adjective, which agrees, nor a genitive, which no noun with the article has.
    private bool IsApart(int first, int token) =>
        words[token].Article && (words[first].Article || EventForms.BeginsWithByArticle(words.Key(first)))
        && ((words.IsTitle(token) && !words.IsTitle(first)) || (words.Key(first)[^1] == 'ه' && words.Key(token)[^1] != 'ه'));

    // Whether a word can be in no noun phrase.
    private bool Breaks(int token)
    {
        ref var word = ref words[token];
        return (word.Symbol && !word.QuotationMark) || word.Time >= 0 || word.Slot != Slots.None || word.Has(Ending) || word.IsVerbOnly
            || (word.Relative && !_inRelative);
    }

    // فلان وفلان، وفلان.
    private int ReadJoined(int first)
    {
        var token = ReadNoun(first);
        while (true)
        {
            var next = token < _end && words[token].Comma ? token + 1 : token;
            if (next + 1 < _end && words[next].Has(EventCues.Adverb) && words[next].Joined == Proclitics.And && !Breaks(next + 1))
            {
                token = ReadNoun(next + 1);
                continue;
            }

            if (next >= _end || Breaks(next) || words[next].Joined is not (Proclitics.And or Proclitics.Like)) return token;
            token = ReadNoun(next);
        }
    }

    // A noun with its genitives, adjectives and apposition.
    private int ReadNoun(int first)
    {
        (_head, _definite, _titled) = (-1, false, words[first].Mention < 0);
        _means = words[first].Joined == Proclitics.By && words[first].Has(EventCues.Thing);
        var (token, militia, backed) = (first, false, false);
        for (; token < _end && (token == first || Belongs(token, first)); token++)
        {
            ref var word = ref words[token];
            if (word.Mention >= 0)
            {
                var national = word.Type == EntityType.Demonym;
                if (_head < 0 || !national) _head = Known(word.Mention, _head);
                _definite |= !national || word.Article;
                token = words.MentionAt(token).EndToken - 1;

                // مسلحون موالون لإيران السفارة: nothing of the phrase follows the side that a group takes.
                if (!backed) continue;
                token++;
                break;
            }
            else if (Breaks(token))
            {
                _definite = false;
            }
            else
            {
                _definite |= word.Article || (token == first && word is { IsNoun: true, Suffixed: true });
                militia |= IsMilitia(token);
                backed |= word.Has(EventCues.Backed);
                _participant |= word.Has(EventCues.Person | EventCues.Thing) || IsNumber(token);
            }
        }

        token = Apposition(token);
        _militia |= militia;
        for (var noun = first; _head < 0 && noun < token; noun++) _head = Described(noun);
        if (_head < 0 || militia) return token;
        _heads.Add(_head);
        ref readonly var mention = ref words.Draft.Mention(_head);
        (_types, _sites) = (_types | mention.Type, _sites && EventRoles.IsSite(mention));
        return token;
    }

    private bool Belongs(int token, int first)
    {
        ref var word = ref words[token];
        if (word.Mention >= 0 && word.Joined != Proclitics.None) return IsOwner(token, first);
        if (word.Mention >= 0) return NameBelongs(token) && !FollowsMeans(token, first);
        if (Breaks(token)) return _head < 0 && (BodyFollows(first, token) || NameFollows(token));
        var another = _head >= 0 ? BeginsAnother(token) : IsApart(first, token);
        return word.Symbol || !(EndsBefore(token) || another);
    }

    // A person whom the gazetteer lacks acts for the body that his title names.
    private int Known(int person, int body) =>
        body >= 0 && words.Draft.Mention(person) is { Type: EntityType.Person, Entity: < 0 } ? body : person;

    // A nationality after anything; a name after a title; a body or state only as a genitive.
    private bool NameBelongs(int token) => words[token].Type switch
    {
        EntityType.Demonym => true,
        EntityType.Person => _titled && (_head < 0 || IsTitle(words.Draft.Mention(_head))),
        var type => _head < 0 && (!_definite || (type == EntityType.ArmedGroup && words[token].Article)),
    };

    // بصواريخ حزب الله are whose they are; بصواريخ باليستية قاعدة and بالصواريخ قاعدة are by what means.
    private bool FollowsMeans(int token, int first) => _means && words[token].Type != EntityType.Demonym
        && (token > first + 1 || EventForms.BeginsWithByArticle(words.Key(first)));

    // الرئيس الأمريكي may be followed by a name; قوة عراقية may not, nor a name.
    private bool IsTitle(in MentionMark head) =>
        head.Type == EntityType.Demonym ? head.FirstToken < words.First || words[head.FirstToken].Article : head.Type != EntityType.Person;

    // القائد العام للجيش: a body after a title and ل, and after another noun unless the rule has a role for it.
    private bool IsOwner(int token, int first) =>
        _head < 0 && words[token].Joined == Proclitics.For && ((_apart & Slots.For) == 0 || words.IsTitle(first));

    // A word with a proclitic or an indefinite one after a definite one is not of the phrase. بعبوة ناسفة رتلا: nor is an accusative.
    private bool EndsBefore(int token) =>
        words[token].Joined is Proclitics.By or Proclitics.For or Proclitics.And || (_definite && !words[token].Article)
            || (_means && words.Key(token) is [_, _, _, .., 'ا']);

    // استهدفت مسيرة إسرائيلية سيارة, الخارجية العراقية السفير التركي: a person, thing or deed after a name is another phrase, unless it
    // is a title before a name.
    private bool BeginsAnother(int token) =>
        (words[token].Has(EventCues.Person | EventCues.Thing) && !IsPerson(token + 1)) || words[token] is { IsNoun: true, Article: true };

    // قيادي في حزب الله, عدد من موظفي السفارة: the body of somebody without a name.
    private bool BodyFollows(int first, int token)
    {
        var slot = words[token].Slot;
        if (token + 1 >= _end || !(slot is Slots.In or Slots.From || (slot == Slots.For && (_apart & Slots.For) == 0))) return false;
        if (words[token + 1].Mention < 0) return slot == Slots.In ? IsPerson(token + 2) : !Breaks(token + 1);
        var somebody = words[first].Has(EventCues.Person) || words[token - 1].Has(EventCues.Person) || words.IsTitle(first);
        return somebody && (words[first].Article || !words[token - 1].Article) && (words[token + 1].Type & EventRoles.Forces) != 0;
    }

    // جماعة تطلق على نفسها كذا.
    private bool NameFollows(int token) =>
        words.Exists(words[token].Relative ? token - 2 : token, Math.Min(_end, token + 3), static (in word) => word.Slot == Slots.Genitive);

    // قائد فيلق القدس، إسماعيل قاآني, and قاآني، قائد الفيلق،.
    private int Apposition(int token)
    {
        if (token + 1 >= _end || !words[token].Comma || words[token + 1].Joined != Proclitics.None) return token;
        if (IsPerson(token + 1))
        {
            _head = Known(words[token + 1].Mention, _head);
            return words.MentionAt(token + 1).EndToken;
        }

        if (_head < 0 || Breaks(token + 1)) return token;
        for (var close = token + 2; close < Math.Min(_end, token + LongestApposition); close++)
            if (words[close].Comma) return close + 1;

        return token;
    }

    // السفارة after السفارة الأمريكية, الجماعة after a name of a group: the last mention that the noun without an
    // adjective describes; −1 for none.
    private int Described(int token)
    {
        const EntityType Describable = EntityType.Organization | EntityType.ArmedGroup | EntityType.Facility;
        var goesOn = token + 1 < _end && words[token + 1] is { Article: true, Mention: < 0 } && !IsApart(token, token + 1);
        if (!words[token].Article || goesOn) return -1;
        var noun = words.Key(token)[2..];
        var last = words.LastMention(token);
        for (var index = last; index >= 0 && index > last - MostDescribed; index--)
        {
            ref readonly var mention = ref words.Draft.Mention(index);
            if (mention.Entity < 0 || (mention.Type & Describable) == 0) continue;
            var group = mention.Type == EntityType.ArmedGroup && words[token].Has(EventCues.Militia);
            var isNamed = words.Draft.Tokens.Key(mention.FirstToken).EndsWith(noun) || noun.SequenceEqual(_nouns[mention.Entity]);
            if (group || isNamed) return index;
        }

        return -1;
    }

    // فصائل مسلحة, جماعات موالية لإيران, but not مقاتلون موالون للنظام السوري.
    private bool IsMilitia(int token)
    {
        var (backed, last, others) = (token, words[token].Has(EventCues.Militia) ? Math.Min(_end, token + 4) : token, false);
        while (backed < last && !words[backed].Has(EventCues.Backed)) backed++;
        if (backed == last) return false;
        for (var side = backed + 1; side < Math.Min(_end, backed + LongestSide); side++)
        {
            if (words[side].Slot is not (Slots.None or Slots.From) || words[side].Joined == Proclitics.By) break;
            if ((words[side].Type & Sides) == 0 || (side == backed + 1 && words[side].Type == EntityType.Demonym)) continue;
            if (words.MentionAt(side).Entity is >= 0 and var entity && gazetteer.StateOf(entity) == gazetteer.UnnamedGroupSide) return true;
            others = true;
        }

        return !others;
    }
}
