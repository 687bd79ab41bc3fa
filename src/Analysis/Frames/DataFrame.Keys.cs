using System.Linq.Expressions;

namespace Analysis;

public partial class DataFrame<TRow>
{
    /// <summary>The codes of a column, of a key derived from one, or of a combination.</summary>
    internal Codes Key<TKey>(Expression<Func<TRow, TKey>> key) => KeyExpression.Of(key).CodesIn(this);

    /// <summary>The values of a column or of a key, for every row.</summary>
    internal StoredColumn ColumnOf<TKey>(Expression<Func<TRow, TKey>> key) => KeyExpression.Of(key).ColumnIn(this);
}
