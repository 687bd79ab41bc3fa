namespace Analysis;

/// <content>Tokenization.</content>
internal sealed partial class TokenStream
{
    private const int MostForms = 1 << 18;

    // The longest ligature, U+FDFA, has 18 letters.
    private const int LongestLigature = 32;

    private const char ZeroWidthSpace = '\u200B';
    private const int ShortestPart = 3;

    private char[] _key = new char[256];

    /// <summary>Replaces the contents by the tokens of a text.</summary>
    public void Read(string text)
    {
        if (_forms.Count > MostForms) Forget();
        Text = text;
        Count = 0;
        var table = Letters.Table;
        var broken = true;
        for (var at = 0; at < text.Length;)
        {
            switch (table[text[at]].Class)
            {
                case LetterClass.Letter:
                    at = ReadWord(text, at, broken);
                    broken = false;
                    break;
                case LetterClass.Digit:
                    at = ReadNumber(text, at, broken);
                    broken = false;
                    break;
                case LetterClass.Symbol:
                    at = ReadSymbol(text, at, broken);
                    broken = false;
                    break;
                case LetterClass.LineBreak:
                    broken = true;
                    at++;
                    break;
                default:
                    // A space, or a mark without a letter before it: a byte order mark, a bidi control, a stray vowel sign.
                    at++;
                    break;
            }
        }
    }

    private int ReadWord(string text, int start, bool broken)
    {
        var (table, key) = (Letters.Table, _key);
        var (code, length, coded) = (0UL, 0, true);
        var at = start;
        for (; at < text.Length; at++)
        {
            var letter = table[text[at]];
            if (letter.Class != LetterClass.Letter)
            {
                if (letter.Class == LetterClass.Mark && !(text[at] == ZeroWidthSpace && length >= ShortestPart && HasPart(text, at + 1))) continue;
                break;
            }

            if (length + LongestLigature > key.Length) key = GrowKey();
            if (letter.Code != 0)
            {
                code = (code << 8) | letter.Code;
                key[length++] = letter.Key;
            }
            else
            {
                coded = false;
                length += Spell(text[at], letter.Key, length);
            }
        }

        var end = at;
        while (table[text[end - 1]].Class == LetterClass.Mark && Letters.IsInvisible(text[end - 1])) end--;
        Append(start, end, TokenKind.Word, _forms.Add(key.AsSpan(0, length), coded && length <= Forms.LongestCoded ? code : 0), broken);
        return at;
    }

    // A zero-width space between two parts that may be words separates them; within a shorter part it is a stray character.
    private static bool HasPart(string text, int at)
    {
        var letters = 0;
        for (; at < text.Length && letters < ShortestPart && Letters.Class(text[at]) is LetterClass.Letter or LetterClass.Mark; at++)
        {
            if (Letters.Class(text[at]) == LetterClass.Letter) letters++;
        }

        return letters == ShortestPart;
    }

    // Writes the key of a letter without a code and returns its length.
    private int Spell(char letter, char key, int at)
    {
        if (key == '\0') return 0;
        if (key != Letters.Several)
        {
            _key[at] = key;
            return 1;
        }

        var letters = Letters.Expand(letter);
        letters.CopyTo(_key.AsSpan(at));
        return letters.Length;
    }

    private int ReadNumber(string text, int start, bool broken)
    {
        var (table, key) = (Letters.Table, _key);
        var length = 0;
        var at = start;
        for (; at < text.Length && table[text[at]].Class == LetterClass.Digit; at++)
        {
            if (length == key.Length) key = GrowKey();
            key[length++] = table[text[at]].Key;
        }

        Append(start, at, TokenKind.Number, _forms.Add(key.AsSpan(0, length)), broken);
        return at;
    }

    private int ReadSymbol(string text, int start, bool broken)
    {
        var end = start + (char.IsHighSurrogate(text[start]) && start + 1 < text.Length && char.IsLowSurrogate(text[start + 1]) ? 2 : 1);
        for (var at = start; at < end; at++) _key[at - start] = Letters.Key(text[at]);
        Append(start, end, TokenKind.Symbol, _forms.Add(_key.AsSpan(0, end - start)), broken);
        return end;
    }

    private char[] GrowKey()
    {
        Array.Resize(ref _key, _key.Length * 2);
        return _key;
    }

    // Removes the forms that are in no lexicon.
    private void Forget()
    {
        _forms.Truncate(_vocabulary.Count);
        Generation++;
        Array.Clear(_readings, _vocabulary.Count, _readings.Length - _vocabulary.Count);
        Array.Clear(_uses, _vocabulary.Count, _uses.Length - _vocabulary.Count);
    }

    private WordUses Gather(int form, TokenKind kind)
    {
        var uses = WordUses.Gathered;
        if (kind == TokenKind.Number) uses |= WordUses.Time;
        var readings = ReadingsOf(form);
        if (readings.IsEmpty && kind == TokenKind.Word) uses |= _vocabulary.Spellings.UsesOf(_forms[form], _vocabulary);
        foreach (var reading in readings)
        {
            var of = _vocabulary.UsesOf(reading.Stem);

            // The first word of a name or time has no enclitic pronoun, and that of a name no separate article.
            if (reading.Tail != 0) of &= ~(WordUses.Name | WordUses.Lead | WordUses.Time);
            if ((reading.Proclitics & (Proclitics.Article | Proclitics.Will)) != 0) of &= ~(WordUses.Name | WordUses.Lead);
            if (reading.Stem != form) of &= ~WordUses.Inner;
            uses |= of;
        }

        if (form >= _uses.Length) Array.Resize(ref _uses, _readings.Length);
        return _uses[form] = uses;
    }

    private void Append(int start, int end, TokenKind kind, int form, bool broken)
    {
        var at = Count;
        if (at == Start.Length) Grow();
        Start[at] = start;
        End[at] = end;
        Kind[at] = kind;
        Form[at] = form;
        var uses = form < _uses.Length ? _uses[form] : WordUses.None;
        Uses[at] = uses != WordUses.None ? uses : Gather(form, kind);
        AfterBreak[at] = broken;
        Count = at + 1;
    }

    private void Grow()
    {
        var size = Count * 2;
        Start = Resized(Start, size);
        End = Resized(End, size);
        Kind = Resized(Kind, size);
        Form = Resized(Form, size);
        Uses = Resized(Uses, size);
        AfterBreak = Resized(AfterBreak, size);
    }

    private static T[] Resized<T>(T[] array, int size)
    {
        Array.Resize(ref array, size);
        return array;
    }
}
