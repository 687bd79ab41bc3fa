using System.Linq.Expressions;
using System.Reflection;

namespace Analysis;

/// <summary>
/// What a lambda over a row asks for, read without running it on rows: a property (<c>m => m.Entity</c>), a value derived from one
/// (<c>m => m.Date.YearMonth()</c>, computed once for each distinct date) or several (<c>m => new { m.Document, m.Sentence }</c>).
/// </summary>
internal abstract record KeyExpression(string Name)
{
    /// <summary>The key's codes in a frame.</summary>
    public abstract Codes CodesIn(DataFrame frame);

    /// <summary>The key's values, for every row of a frame.</summary>
    public virtual StoredColumn ColumnIn(DataFrame frame)
    {
        var codes = CodesIn(frame);
        var builder = ColumnBuilder.For(Name, codes.Values.Type);
        foreach (var code in codes.Rows) builder.Add(code < 0 ? null : codes.Values[code]);
        return builder.Build();
    }

    /// <exception cref="ArgumentException">The lambda is of another form.</exception>
    public static KeyExpression Of(LambdaExpression lambda) => Read(lambda.Body, lambda.Parameters[0]);

    private static KeyExpression Read(Expression body, ParameterExpression row)
    {
        while (body is UnaryExpression { NodeType: ExpressionType.Convert, Type: var type } conversion && type == typeof(object))
            body = conversion.Operand;
        if (PropertyOf(body, row) is { } property) return new PropertyKey(property.Name);
        if (body is NewExpression { Arguments.Count: > 0 } combination && combination.Arguments.All(part => new RowProperties(row).In(part).Count > 0))
            return new CompositeKey(combination.Constructor!, [.. combination.Arguments.Select(part => Read(part, row))]);
        var properties = new RowProperties(row).In(body);
        return properties.Count == 1
            ? new DerivedKey(properties.First(), row, body)
            : throw new ArgumentException(
                $"'{body}' is no key: expected a property of the row, an expression of one property, or new {{ … }} of several");
    }

    private static PropertyInfo? PropertyOf(Expression body, ParameterExpression row) =>
        body is MemberExpression { Member: PropertyInfo property, Expression: var owner } && owner == row ? property : null;

    private sealed record PropertyKey(string Name) : KeyExpression(Name)
    {
        public override Codes CodesIn(DataFrame frame) => frame.Find(Name).Codes;

        public override StoredColumn ColumnIn(DataFrame frame) => frame.Find(Name);
    }

    private sealed record DerivedKey(PropertyInfo Property, ParameterExpression Row, Expression Body) : KeyExpression(Property.Name)
    {
        public override Codes CodesIn(DataFrame frame)
        {
            var source = frame.Find(Name).Codes;
            var derive = Compile();
            var builder = ColumnBuilder.For(Name, Body.Type);
            var known = new Dictionary<object, int>();
            var map = new int[source.Count];
            for (var code = 0; code < map.Length; code++)
            {
                map[code] = -1;
                if (derive(source.Values[code]!) is not { } value) continue;
                if (!known.TryGetValue(value, out map[code]))
                {
                    known.Add(value, map[code] = known.Count);
                    builder.Add(value);
                }
            }
            return source.Derive(builder.Build(), map);
        }

        private Func<object, object?> Compile()
        {
            var boxed = Expression.Parameter(typeof(object));
            var body = new Replacement(Property, Row, Expression.Convert(boxed, Property.PropertyType)).Visit(Body);
            // Interpreted: it runs once for each distinct value, and compiling costs more than that.
            return Expression.Lambda<Func<object, object?>>(Expression.Convert(body, typeof(object)), boxed).Compile(preferInterpretation: true);
        }
    }

    private sealed record CompositeKey(ConstructorInfo Constructor, KeyExpression[] Parts) : KeyExpression(string.Join(", ", Parts.Select(part => part.Name)))
    {
        public override Codes CodesIn(DataFrame frame)
        {
            var parts = Array.ConvertAll(Parts, part => part.CodesIn(frame));
            var codes = CompositeCodes.Of(parts);
            return new Codes(codes.Rows, new CombinationColumn(Name, Constructor, parts, codes.Representatives));
        }
    }

    /// <summary>The properties of the row that an expression reads.</summary>
    private sealed class RowProperties(ParameterExpression row) : ExpressionVisitor
    {
        private readonly HashSet<PropertyInfo> _found = [];

        public HashSet<PropertyInfo> In(Expression expression)
        {
            Visit(expression);
            return _found;
        }

        protected override Expression VisitMember(MemberExpression node)
        {
            if (node.Expression == row && node.Member is PropertyInfo property) _found.Add(property);
            return base.VisitMember(node);
        }
    }

    private sealed class Replacement(PropertyInfo property, ParameterExpression row, Expression value) : ExpressionVisitor
    {
        protected override Expression VisitMember(MemberExpression node) =>
            node.Expression == row && node.Member == property ? value : base.VisitMember(node);
    }
}
