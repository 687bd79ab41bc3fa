namespace Analysis;

/// <content>Numbers in words and digits.</content>
internal sealed partial class TimeMatcher
{
    // 999,999 has nine words.
    private const int LongestNumber = 16;

    // A number in words. Descending values are added (ألف وتسعمئة وثمانين); a larger value directly after a smaller one multiplies it.
    private int Number(int token, int stem, int of, out int end)
    {
        end = token + 1;
        var current = ValueOf(stem, of);
        var total = 0;
        for (; current >= 0 && end - token < LongestNumber && Continues(end); end++)
        {
            var next = ValueOf(_tokens.Form[end], of);
            if (next < 0 && of == words.Ordinal && ValueOf(_tokens.Form[end], words.Cardinal) == 10) next = 10;
            var joined = next is 100 or 1000 or 10 && current < next ? -1 : Joined(end, of);
            if (joined < 0 && (next is not (10 or 100 or 1000) || current >= next)) break;
            if (joined < 0) current = next == 10 ? current + next : current * next;
            else if (current is >= 1 and < 10 && joined is >= 20 and < 100) current += joined;
            else if (current >= 100 && joined < (current >= 1000 ? 1000 : 100)) (total, current) = (total + current, joined);
            else break;
        }

        return current < 0 ? -1 : total + current;
    }

    private int ValueOf(int stem, int of)
    {
        foreach (ref readonly var word in words.BeginningWith(stem))
        {
            if (word.Class == of && word.Forms.Length == 1) return word.Value;
        }

        return -1;
    }

    private int Joined(int token, int of)
    {
        foreach (var reading in _tokens.Readings(token))
        {
            if (reading.Proclitics == Proclitics.And && reading.Tail == 0 && ValueOf(reading.Stem, of) is >= 0 and var value) return value;
        }

        return -1;
    }

    // A number attached to a separator and another number is part of a longer one: 5,7 and 3.000.
    private bool IsGlued(int token, int side)
    {
        var sign = token + side;
        var other = sign + side;
        if (other < 0 || other >= _tokens.Count) return false;
        if (_tokens.Kind[other] != TokenKind.Number || _tokens.Kind[sign] != TokenKind.Symbol) return false;
        var (left, right) = side < 0 ? (other, token) : (token, other);
        return _tokens.End[left] == _tokens.Start[sign] && _tokens.End[sign] == _tokens.Start[right]
            && _tokens.Text[_tokens.Start[sign]] is '.' or ',' or '،' or '٫' or '٬' or ':';
    }
}
